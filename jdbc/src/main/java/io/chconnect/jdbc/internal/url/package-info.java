/** JDBC URLs, properties, and the clients behind them. */
@NullMarked
package io.chconnect.jdbc.internal.url;

import org.jspecify.annotations.NullMarked;
