/** The codecs alone, without a network. */
@NullMarked
package io.chconnect.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
