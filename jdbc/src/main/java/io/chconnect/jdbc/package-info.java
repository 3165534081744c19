/** JDBC 4.3 for ClickHouse: the driver and its data source. */
@NullMarked
package io.chconnect.jdbc;

import org.jspecify.annotations.NullMarked;
