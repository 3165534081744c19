/** SQL text as far as JDBC must understand it. */
@NullMarked
package io.chconnect.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
