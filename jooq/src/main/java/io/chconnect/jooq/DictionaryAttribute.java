package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A key or an attribute for {@link CreateDictionary}. Immutable. */
public final class DictionaryAttribute {
    private final String name;
    private final DataType<?> type;
    private final @Nullable Field<?> defaultValue;
    private final @Nullable Field<?> expression;
    private final String properties;

    private DictionaryAttribute(
            String name,
            DataType<?> type,
            @Nullable Field<?> defaultValue,
            @Nullable Field<?> expression,
            String properties) {
        this.name = name;
        this.type = type;
        this.defaultValue = defaultValue;
        this.expression = expression;
        this.properties = properties;
    }

    /**
     * An attribute.
     *
     * @param name its name
     * @param type its type
     * @return the attribute
     */
    public static DictionaryAttribute of(String name, DataType<?> type) {
        return new DictionaryAttribute(name, type, null, null, "");
    }

    /**
     * What there is where the dictionary has no entry.
     *
     * @param constant a constant
     * @return a changed copy
     */
    public DictionaryAttribute defaultValue(Field<?> constant) {
        return new DictionaryAttribute(name, type, constant, expression, properties);
    }

    /**
     * What the source is asked for.
     *
     * @param value an expression of the source's own
     * @return a changed copy
     */
    public DictionaryAttribute expression(Field<?> value) {
        return new DictionaryAttribute(name, type, defaultValue, value, properties);
    }

    /**
     * The attribute is the key of the entry above, for {@code dictGetHierarchy}.
     *
     * @return a changed copy
     */
    public DictionaryAttribute hierarchical() {
        return with("hierarchical");
    }

    /**
     * As {@link #hierarchical}, and entries below are found fast, too.
     *
     * @return a changed copy
     */
    public DictionaryAttribute bidirectional() {
        return with("bidirectional");
    }

    /**
     * No two keys have the same value, so that groups may be of the keys.
     *
     * @return a changed copy
     */
    public DictionaryAttribute injective() {
        return with("injective");
    }

    /**
     * The attribute is an {@code ObjectId} of MongoDB.
     *
     * @return a changed copy
     */
    public DictionaryAttribute objectId() {
        return with("is_object_id");
    }

    private DictionaryAttribute with(String property) {
        return new DictionaryAttribute(name, type, defaultValue, expression, properties + " " + property);
    }

    void render(Context<?> context) {
        context.visit(DSL.quotedName(name)).sql(' ').sql(type.getCastTypeName(context.configuration()));
        if (defaultValue != null) {
            Field<?> constant = defaultValue;
            context.sql(" default ").qualify(false, c -> Inlined.visit(c, constant));
        }
        if (expression != null) {
            Field<?> value = expression;
            context.sql(" expression ").qualify(false, c -> Inlined.visit(c, value));
        }
        context.sql(properties);
    }
}
