package io.chconnect.jooq.reflect;

import io.chconnect.jooq.ClickHouseTypes;
import io.chconnect.jooq.Column;
import io.chconnect.types.DataType;
import java.util.List;
import java.util.Map;

/**
 * A column of a table or view. Expressions are texts as the server writes them. Immutable.
 *
 * @param name its name
 * @param type its exact type
 * @param kind where values come from that inserts do not give
 * @param expression what they are; empty when nothing is said
 * @param comment what people are told of it; empty when nothing is said
 * @param codecs how it is compressed, in order; none when nothing is said
 * @param statistics what the server counts of it
 * @param ttl when values become the default; empty when never
 * @param settings how it is stored, where that differs from the table
 */
public record ReflectedColumn(
        String name,
        DataType type,
        Kind kind,
        String expression,
        String comment,
        List<String> codecs,
        List<String> statistics,
        String ttl,
        Map<String, String> settings) {
    /** Where values come from that inserts do not give. */
    public enum Kind {
        /** Nothing is said: the default of the type. */
        PLAIN,
        /** An expression for rows that give no value. */
        DEFAULT,
        /** An expression for all rows, stored. */
        MATERIALIZED,
        /** An expression for all rows, computed when it is read. */
        ALIAS,
        /** Inserts may give it for others to be computed from; it is not stored. */
        EPHEMERAL
    }

    /** Copies the lists and the map. */
    public ReflectedColumn {
        codecs = List.copyOf(codecs);
        statistics = List.copyOf(statistics);
        settings = Written.copy(settings);
    }

    /**
     * The same for a statement that makes or alters a table.
     *
     * @return the column, which can be changed further
     */
    public Column column() {
        Column column = valued(Column.of(name, ClickHouseTypes.of(type)));
        if (!comment.isEmpty()) {
            column = column.comment(comment);
        }
        if (!codecs.isEmpty()) {
            column = column.codec(codecs.toArray(String[]::new));
        }
        if (!statistics.isEmpty()) {
            column = column.statistics(statistics.toArray(String[]::new));
        }
        if (!ttl.isEmpty()) {
            column = column.ttl(Written.field(ttl));
        }
        return settings.isEmpty() ? column : column.settings(Written.values(settings));
    }

    private Column valued(Column column) {
        return switch (kind) {
            case PLAIN -> column;
            case DEFAULT -> column.defaultValue(Written.field(expression));
            case MATERIALIZED -> column.materialized(Written.field(expression));
            case ALIAS -> column.alias(Written.field(expression));
            case EPHEMERAL -> expression.isEmpty() ? column.ephemeral() : column.ephemeral(Written.field(expression));
        };
    }
}
