/** Ways to insert rows. */
@NullMarked
package io.chconnect.benchmarks.path.insert;

import org.jspecify.annotations.NullMarked;
