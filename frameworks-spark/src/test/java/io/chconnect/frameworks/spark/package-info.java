/** Spark's JDBC source at work on the JDBC driver. */
@NullMarked
package io.chconnect.frameworks.spark;

import org.jspecify.annotations.NullMarked;
