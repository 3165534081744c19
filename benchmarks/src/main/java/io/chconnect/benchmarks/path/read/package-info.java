/** Ways to read rows. */
@NullMarked
package io.chconnect.benchmarks.path.read;

import org.jspecify.annotations.NullMarked;
