/** Decoders and parsers against any bytes at all. */
@NullMarked
package io.chconnect.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
