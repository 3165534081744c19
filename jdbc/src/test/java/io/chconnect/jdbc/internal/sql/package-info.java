/** Tests of SQL text without a server. */
@NullMarked
package io.chconnect.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
