/** Real software that meets ClickHouse through the JDBC driver. */
@NullMarked
package io.chconnect.frameworks;

import org.jspecify.annotations.NullMarked;
