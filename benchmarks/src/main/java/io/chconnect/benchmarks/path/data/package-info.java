/** What is read and inserted. */
@NullMarked
package io.chconnect.benchmarks.path.data;

import org.jspecify.annotations.NullMarked;
