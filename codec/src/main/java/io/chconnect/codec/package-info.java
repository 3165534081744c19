/** Blocks of the Native format: reading, writing, and the bytes they come from and go to. */
@NullMarked
package io.chconnect.codec;

import org.jspecify.annotations.NullMarked;
