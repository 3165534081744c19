/** Ways to run many small or unfinished statements. */
@NullMarked
package io.chconnect.benchmarks.path.call;

import org.jspecify.annotations.NullMarked;
