/** ClickHouse for jOOQ: {@link io.chconnect.jooq.ClickHouseDSL} is where to start. */
@NullMarked
package io.chconnect.jooq;

import org.jspecify.annotations.NullMarked;
