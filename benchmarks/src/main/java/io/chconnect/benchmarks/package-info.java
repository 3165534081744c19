/** Benchmarks: the codecs alone under JMH, and whole paths against other drivers. */
@NullMarked
package io.chconnect.benchmarks;

import org.jspecify.annotations.NullMarked;
