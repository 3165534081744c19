/** Every exception of the suite, classified by what the caller can do about it. */
@NullMarked
package io.chconnect.error;

import org.jspecify.annotations.NullMarked;
