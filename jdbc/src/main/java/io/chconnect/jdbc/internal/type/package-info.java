/** ClickHouse types as JDBC types. */
@NullMarked
package io.chconnect.jdbc.internal.type;

import org.jspecify.annotations.NullMarked;
