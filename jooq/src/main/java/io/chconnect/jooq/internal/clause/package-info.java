/** Parts of statements that ClickHouse alone has. */
@NullMarked
package io.chconnect.jooq.internal.clause;

import org.jspecify.annotations.NullMarked;
