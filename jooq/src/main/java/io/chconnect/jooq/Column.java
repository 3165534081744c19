package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A column for {@link CreateTable} and {@link AlterTable}. Immutable. */
public final class Column {
    private final String name;
    private final DataType<?> type;
    private final @Nullable String kind;
    private final @Nullable Field<?> value;
    private final @Nullable String comment;
    private final @Nullable QueryPart codec;
    private final @Nullable Field<?> ttl;

    private Column(
            String name,
            DataType<?> type,
            @Nullable String kind,
            @Nullable Field<?> value,
            @Nullable String comment,
            @Nullable QueryPart codec,
            @Nullable Field<?> ttl) {
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.value = value;
        this.comment = comment;
        this.codec = codec;
        this.ttl = ttl;
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type its type, best of {@link ClickHouseTypes}
     * @return the column
     */
    public static Column of(String name, DataType<?> type) {
        return new Column(name, type, null, null, null, null, null);
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
        return valued("default", expression);
    }

    /**
     * What is stored for every row: MATERIALIZED.
     *
     * @param expression computed from other columns
     * @return a changed copy
     */
    public Column materialized(Field<?> expression) {
        return valued("materialized", expression);
    }

    /**
     * What is computed whenever it is read: ALIAS.
     *
     * @param expression computed from other columns
     * @return a changed copy
     */
    public Column alias(Field<?> expression) {
        return valued("alias", expression);
    }

    /**
     * A column that inserts may give, for others to be computed from, and that is not stored: EPHEMERAL.
     *
     * @return a changed copy
     */
    public Column ephemeral() {
        return valued("ephemeral", null);
    }

    private Column valued(String word, @Nullable Field<?> expression) {
        return new Column(name, type, word, expression, comment, codec, ttl);
    }

    /**
     * What people are told of the column.
     *
     * @param text any text
     * @return a changed copy
     */
    public Column comment(String text) {
        return new Column(name, type, kind, value, text, codec, ttl);
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
            if (!given.matches("\\w+(\\([\\w', ]*\\))?")) {
                throw new IllegalArgumentException(
                        "The codec \"" + given + "\" of column " + name + " is not written like ZSTD or ZSTD(3)");
            }
        }
        return new Column(name, type, kind, value, comment, DSL.sql(String.join(", ", codecs)), ttl);
    }

    /**
     * When values become the default.
     *
     * @param expression a time, computed from other columns
     * @return a changed copy
     */
    public Column ttl(Field<?> expression) {
        return new Column(name, type, kind, value, comment, codec, expression);
    }

    String name() {
        return name;
    }

    void render(Context<?> context) {
        context.visit(DSL.quotedName(name)).sql(' ').sql(type.getCastTypeName(context.configuration()));
        if (kind != null) {
            context.sql(' ').sql(kind);
            if (value != null) {
                context.sql(' ').qualify(false, c -> Inlined.visit(c, value));
            }
        }
        if (comment != null) {
            context.sql(" comment ").visit(DSL.inline(comment));
        }
        if (codec != null) {
            context.sql(" codec(").visit(codec).sql(')');
        }
        if (ttl != null) {
            context.sql(" ttl ").qualify(false, c -> Inlined.visit(c, ttl));
        }
    }
}
