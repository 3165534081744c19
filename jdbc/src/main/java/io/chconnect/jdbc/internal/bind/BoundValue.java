package io.chconnect.jdbc.internal.bind;

import org.jspecify.annotations.Nullable;

/**
 * A value on its way into a statement.
 *
 * @param type the ClickHouse type of the server-side parameter; null when the text is SQL that stands for itself
 * @param value the value, or its text, or the SQL
 */
public record BoundValue(@Nullable String type, Object value) {
    /** NULL, which fits everywhere. */
    static final BoundValue NULL = new BoundValue(null, "NULL");
}
