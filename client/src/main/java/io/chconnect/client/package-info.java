/** The client: what users of ClickHouse work with. */
@NullMarked
package io.chconnect.client;

import org.jspecify.annotations.NullMarked;
