/** ClickHouse for Spring Data JDBC: with this on the class path, repositories work by themselves. */
@NullMarked
package io.chconnect.spring.data;

import org.jspecify.annotations.NullMarked;
