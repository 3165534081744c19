package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.NullableType;
import io.chconnect.types.VariantType;
import io.chconnect.types.value.TypedVariant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Builds a {@link DynamicColumn}. A value gets the natural ClickHouse type of its Java class, or the type that a
 * {@link TypedVariant} names. Not thread-safe.
 */
public final class DynamicColumnBuilder extends MemberColumnBuilder {
    private final Function<Object, DataType> naturalType;
    private final Function<DataType, ColumnBuilder> builders;
    private final Map<DataType, Integer> memberOf = new HashMap<>();

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param naturalType the type of a Java value
     * @param builders makes the builder of a type
     * @param expectedRows how many values to make room for
     */
    public DynamicColumnBuilder(
            DataType type,
            Function<Object, DataType> naturalType,
            Function<DataType, ColumnBuilder> builders,
            int expectedRows) {
        super(type, expectedRows);
        this.naturalType = naturalType;
        this.builders = builders;
    }

    @Override
    public void append(Object value) {
        if (value instanceof TypedVariant typed) {
            appendMember(member(typed.type()), typed.value());
        } else {
            appendMember(member(naturalType.apply(value)), value);
        }
    }

    @Override
    public void appendFrom(Column column, int row) {
        MemberColumn values = (MemberColumn) column;
        int member = values.discriminators()[row];
        if (member == MemberColumn.NULL) {
            appendNull();
        } else {
            appendMember(values.members().get(member), values.positions()[row]);
        }
    }

    /**
     * Adds a value of a column of any type.
     *
     * @param column holds the value
     * @param row from 0 to {@code column.rowCount() - 1}
     */
    public void appendMember(Column column, int row) {
        appendMember(member(column.type()), column, row);
    }

    @Override
    public DynamicColumn build() {
        return new DynamicColumn(type, discriminators(), builtMembers());
    }

    private int member(DataType valueType) {
        Integer known = memberOf.get(valueType);
        if (known != null) {
            return known;
        }
        DataType member = valueType instanceof NullableType nullable ? nullable.inner() : valueType;
        if (!VariantType.mayHold(member)) {
            throw new ConversionException("a value of type " + valueType.name() + " within " + type.name()
                    + ": expected a type that can be a member");
        }
        Integer place = memberOf.get(member);
        if (place == null) {
            place = members.size();
            members.add(builders.apply(member));
            memberOf.put(member, place);
        }
        memberOf.put(valueType, place);
        return place;
    }
}
