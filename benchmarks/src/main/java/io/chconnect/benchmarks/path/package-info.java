/** Whole paths, from the server to the program's own loop and back, next to other drivers and to plain HTTP. */
@NullMarked
package io.chconnect.benchmarks.path;

import org.jspecify.annotations.NullMarked;
