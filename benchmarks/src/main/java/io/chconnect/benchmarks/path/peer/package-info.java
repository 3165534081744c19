/** How the other drivers are opened. */
@NullMarked
package io.chconnect.benchmarks.path.peer;

import org.jspecify.annotations.NullMarked;
