/** What is rendered for ClickHouse in place of what jOOQ renders by itself. */
@NullMarked
package io.chconnect.jooq.internal.render;

import org.jspecify.annotations.NullMarked;
