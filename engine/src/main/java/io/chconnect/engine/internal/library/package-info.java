/** Finding, checking and fetching the library file. */
@NullMarked
package io.chconnect.engine.internal.library;

import org.jspecify.annotations.NullMarked;
