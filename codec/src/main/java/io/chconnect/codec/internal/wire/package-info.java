/** Bytes to numbers and back, and the limits that hold for every count from the wire. */
@NullMarked
package io.chconnect.codec.internal.wire;

import org.jspecify.annotations.NullMarked;
