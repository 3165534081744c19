package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.internal.Nesting;
import io.chconnect.types.internal.PlainTypes;
import io.chconnect.types.internal.TypeNameParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes data types: by factory, or from the names the server prints and accepts. Types without parameters are constants of
 * their classes, for example {@link SimpleType#STRING} and {@link IntegerType#INT32}.
 */
public final class DataTypes {
    private DataTypes() {}

    /**
     * Parses a type name, with every alias and in every spelling the server accepts. What the server accepts only with
     * permissive settings is accepted, too.
     *
     * <p>A name that no server takes for a type is a {@link ConfigurationException}. A well-formed name of a family that is
     * not known here, such as one of a later server, is an {@link UnsupportedTypeException} without a column.
     *
     * @param name for example {@code Array(Nullable(String))} or {@code DOUBLE PRECISION}
     * @return the type; its {@link DataType#name()} is the server's own text for it
     * @throws ConfigurationException if the name is not a type; the message names the position, counted from 1
     * @throws UnsupportedTypeException if the family of the type, or of a type within it, is not known
     */
    public static DataType parse(String name) {
        return TypeNameParser.parse(name);
    }

    /**
     * {@code Nullable(T)}.
     *
     * @param inner the type of the values that are not NULL
     * @return the type
     * @throws ConfigurationException if the inner type cannot be Nullable
     */
    public static NullableType nullable(DataType inner) {
        if (!Nesting.mayBeNullable(inner)) {
            throw new ConfigurationException("Nullable(" + inner.name()
                    + ") is not a type: expected a type that is neither a container nor has a NULL of its own");
        }
        return new NullableType(inner);
    }

    /**
     * {@code LowCardinality(T)}.
     *
     * @param inner the type of the values, possibly Nullable
     * @return the type
     * @throws ConfigurationException if there is no dictionary of the inner type
     */
    public static LowCardinalityType lowCardinality(DataType inner) {
        if (!Nesting.mayBeLowCardinality(inner)) {
            throw new ConfigurationException("LowCardinality(" + inner.name()
                    + ") is not a type: expected a number, string, Date, DateTime, UUID or address, Nullable or not");
        }
        return new LowCardinalityType(inner);
    }

    /**
     * {@code Array(T)}.
     *
     * @param element the type of the elements
     * @return the type
     */
    public static ArrayType array(DataType element) {
        return new ArrayType(element);
    }

    /**
     * {@code Map(K, V)}.
     *
     * @param key the type of the keys
     * @param value the type of the values
     * @return the type
     * @throws ConfigurationException if the keys could be NULL
     */
    public static MapType map(DataType key, DataType value) {
        if (Nesting.isNullable(key)) {
            throw new ConfigurationException(
                    "Map(" + key.name() + ", " + value.name() + ") is not a type: expected keys that cannot be NULL");
        }
        return new MapType(key, value);
    }

    /**
     * {@code Tuple(…)} without names.
     *
     * @param elements the types of the elements in order
     * @return the type
     */
    public static TupleType tuple(DataType... elements) {
        List<TupleType.Element> list = new ArrayList<>();
        for (DataType element : elements) {
            list.add(new TupleType.Element(null, element));
        }
        return new TupleType(list);
    }

    /**
     * {@code Tuple(…)} with names.
     *
     * @param elements the elements in order, see {@link #element}
     * @return the type
     */
    public static TupleType tuple(TupleType.Element... elements) {
        return new TupleType(List.of(elements));
    }

    /**
     * {@code Nested(…)}.
     *
     * @param elements the elements in order, see {@link #element}
     * @return the type
     */
    public static NestedType nested(TupleType.Element... elements) {
        return new NestedType(List.of(elements));
    }

    /**
     * A named element of a tuple or nested structure.
     *
     * @param name its name, unquoted
     * @param type its type
     * @return the element
     */
    public static TupleType.Element element(String name, DataType type) {
        return new TupleType.Element(name, type);
    }

    /**
     * {@code Variant(…)}.
     *
     * @param members the types in any order
     * @return the type, with its members in the server's order, each once and without Nothing
     * @throws ConfigurationException if no member is left
     */
    public static VariantType variant(DataType... members) {
        return new VariantType(List.of(members));
    }

    /**
     * {@code Decimal(P, S)}.
     *
     * @param precision digits in all, 1 to 76
     * @param scale digits after the point, 0 to {@code precision}
     * @return the type
     * @throws ConfigurationException if precision or scale is out of range
     */
    public static DecimalType decimal(int precision, int scale) {
        return new DecimalType(precision, scale);
    }

    /**
     * {@code FixedString(N)}.
     *
     * @param length bytes of each value, at least 1
     * @return the type
     * @throws ConfigurationException if the length is below 1
     */
    public static FixedStringType fixedString(int length) {
        return new FixedStringType(length);
    }

    /**
     * {@code DateTime} in the zone of the server or session.
     *
     * @return the type
     */
    public static DateTimeType dateTime() {
        return new DateTimeType(null);
    }

    /**
     * {@code DateTime('zone')}.
     *
     * @param zone the zone of its texts, as the server names it
     * @return the type
     */
    public static DateTimeType dateTime(String zone) {
        return new DateTimeType(zone);
    }

    /**
     * {@code DateTime64(P)} in the zone of the server or session.
     *
     * @param precision digits of the fraction, 0 to 9
     * @return the type
     * @throws ConfigurationException if the precision is out of range
     */
    public static DateTime64Type dateTime64(int precision) {
        return new DateTime64Type(precision, null);
    }

    /**
     * {@code DateTime64(P, 'zone')}.
     *
     * @param precision digits of the fraction, 0 to 9
     * @param zone the zone of its texts, as the server names it
     * @return the type
     * @throws ConfigurationException if the precision is out of range
     */
    public static DateTime64Type dateTime64(int precision, String zone) {
        return new DateTime64Type(precision, zone);
    }

    /**
     * {@code Time64(P)}.
     *
     * @param precision digits of the fraction, 0 to 9
     * @return the type
     * @throws ConfigurationException if the precision is out of range
     */
    public static Time64Type time64(int precision) {
        return new Time64Type(precision);
    }

    /**
     * {@code Enum8} with numbers that count from 1.
     *
     * @param labels the labels in order
     * @return the type
     * @throws ConfigurationException if a label repeats, there is none, or there are more than 127
     */
    public static EnumType enum8(String... labels) {
        return new EnumType(8, entries(labels));
    }

    /**
     * {@code Enum16} with numbers that count from 1.
     *
     * @param labels the labels in order
     * @return the type
     * @throws ConfigurationException if a label repeats, there is none, or there are more than 32767
     */
    public static EnumType enum16(String... labels) {
        return new EnumType(16, entries(labels));
    }

    private static List<EnumType.Entry> entries(String... labels) {
        List<EnumType.Entry> entries = new ArrayList<>();
        for (String label : labels) {
            entries.add(new EnumType.Entry(label, entries.size() + 1));
        }
        return entries;
    }

    /**
     * The type without parameters that alone has values of a class, such as UUID.
     *
     * @param value a value as rows deliver it
     * @return null when no type without parameters has values of its class, or several have
     */
    public static @Nullable DataType onlyTypeOf(Object value) {
        return PlainTypes.ofOnlyValue(value);
    }
}
