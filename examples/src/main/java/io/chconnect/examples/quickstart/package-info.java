/** Three million flights out of the engine, into Java, into a table, and a few answers. */
@NullMarked
package io.chconnect.examples.quickstart;

import org.jspecify.annotations.NullMarked;
