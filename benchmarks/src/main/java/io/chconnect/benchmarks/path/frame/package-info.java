/** Contestants that make Arrow's vectors and data frames. */
@NullMarked
package io.chconnect.benchmarks.path.frame;

import org.jspecify.annotations.NullMarked;
