/** The C API of the library and the objects that own its memory. */
@NullMarked
package io.chconnect.engine.internal.natives;

import org.jspecify.annotations.NullMarked;
