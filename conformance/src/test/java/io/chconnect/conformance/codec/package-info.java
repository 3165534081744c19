/** Codecs against the real engine. */
@NullMarked
package io.chconnect.conformance.codec;

import org.jspecify.annotations.NullMarked;
