package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** A column for {@link CreateTable}, {@link AlterTable} and {@link CreateView}. Immutable. */
public final class Column {
    private final String name;
    private final DataType<?> type;
    private final Map<Clause, QueryPart> clauses;

    /** What may be said of a column, in the server's order. */
    private enum Clause {
        VALUE,
        COMMENT,
        CODEC,
        STATISTICS,
        TTL,
        SETTINGS
    }

    private Column(String name, DataType<?> type, Map<Clause, QueryPart> clauses) {
        this.name = name;
        this.type = type;
        this.clauses = clauses;
    }

    private Column with(Clause clause, Consumer<Context<?>> text) {
        Map<Clause, QueryPart> more = new EnumMap<>(Clause.class);
        more.putAll(clauses);
        more.put(clause, CustomQueryPart.of(text));
        return new Column(name, type, more);
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type its type, best of {@link ClickHouseTypes}
     * @return the column
     */
    public static Column of(String name, DataType<?> type) {
        return new Column(name, type, Map.of());
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type its type as ClickHouse writes it
     * @return the column
     */
    public static Column of(String name, String type) {
        return of(name, ClickHouseTypes.of(type));
    }

    /**
     * What rows have that give no value: DEFAULT.
     *
     * @param expression a constant, or computed from other columns
     * @return a changed copy
     */
    public Column defaultValue(Field<?> expression) {
        return valued("default ", expression);
    }

    /**
     * What is stored for every row: MATERIALIZED.
     *
     * @param expression computed from other columns
     * @return a changed copy
     */
    public Column materialized(Field<?> expression) {
        return valued("materialized ", expression);
    }

    /**
     * What is computed whenever it is read: ALIAS.
     *
     * @param expression computed from other columns
     * @return a changed copy
     */
    public Column alias(Field<?> expression) {
        return valued("alias ", expression);
    }

    /**
     * A column that inserts may give, for others to be computed from, and that is not stored: EPHEMERAL.
     *
     * @return a changed copy
     */
    public Column ephemeral() {
        return with(Clause.VALUE, context -> context.sql("ephemeral"));
    }

    /**
     * As {@link #ephemeral()}, with what it is where inserts do not give it.
     *
     * @param expression a constant
     * @return a changed copy
     */
    public Column ephemeral(Field<?> expression) {
        return valued("ephemeral ", expression);
    }

    private Column valued(String word, Field<?> expression) {
        return with(Clause.VALUE, context -> context.sql(word).qualify(false, c -> Inlined.visit(c, expression)));
    }

    /**
     * What people are told of the column.
     *
     * @param text any text
     * @return a changed copy
     */
    public Column comment(String text) {
        return with(Clause.COMMENT, context -> context.sql("comment ").visit(DSL.inline(text)));
    }

    /**
     * How values are compressed.
     *
     * @param codecs codecs in order, as ClickHouse writes them, for example {@code Delta} and {@code ZSTD(3)}
     * @return a changed copy
     * @throws IllegalArgumentException if one of them is not written so
     */
    public Column codec(String... codecs) {
        for (String given : codecs) {
            if (!Inlined.isCall(given)) {
                throw new IllegalArgumentException(
                        "The codec \"" + given + "\" of column " + name + " is not written like ZSTD or ZSTD(3)");
            }
        }
        String text = "codec(" + String.join(", ", codecs) + ")";
        return with(Clause.CODEC, context -> context.sql(text));
    }

    /**
     * When values become the default.
     *
     * @param expression a time, computed from other columns
     * @return a changed copy
     */
    public Column ttl(Field<?> expression) {
        return with(Clause.TTL, context -> context.sql("ttl ").qualify(false, c -> Inlined.visit(c, expression)));
    }

    /**
     * What the server counts of the values, to plan queries by.
     *
     * @param types kinds of statistics as ClickHouse writes them, for example {@code tdigest} and {@code uniq}
     * @return a changed copy
     * @throws IllegalArgumentException if one of them is not written so
     */
    public Column statistics(String... types) {
        for (String given : types) {
            if (!Inlined.isCall(given)) {
                throw new IllegalArgumentException(
                        "The statistics \"" + given + "\" of column " + name + " are not written like tdigest");
            }
        }
        String text = "statistics(" + String.join(", ", types) + ")";
        return with(Clause.STATISTICS, context -> context.sql(text));
    }

    /**
     * How the column is stored, where that differs from the table's settings.
     *
     * @param settings numbers, booleans or texts by the names of settings
     * @return a changed copy
     */
    public Column settings(Map<String, ?> settings) {
        Map<String, Object> checked = new LinkedHashMap<>();
        settings.forEach((setting, value) -> checked.put(Inlined.word(setting), value));
        return with(Clause.SETTINGS, context -> {
            context.sql("settings (");
            Inlined.settings(context, checked);
            context.sql(')');
        });
    }

    String name() {
        return name;
    }

    void render(Context<?> context) {
        context.visit(DSL.quotedName(name)).sql(' ').sql(type.getCastTypeName(context.configuration()));
        clauses.values().forEach(clause -> context.sql(' ').visit(clause));
    }
}
