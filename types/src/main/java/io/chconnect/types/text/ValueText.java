package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.JSONType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import org.jspecify.annotations.Nullable;

/**
 * The text form of every value, equal to what the server's {@code toString(x)} gives.
 *
 * <ul>
 *   <li>Values are of the classes that rows deliver: {@link Integer}, {@link String}, {@link java.util.List} and so on.
 *   <li>NULL is {@code NULL}, at the top as within containers. (The server's {@code toString} of a NULL is NULL itself.)
 *   <li>Texts, dates, times, UUIDs, addresses, labels and JSON are in single quotes within containers, and bare at the top.
 *   <li>A DateTime is shown in the zone of its type, else in the zone that the value carries.
 *   <li>Bytes are shown as UTF-8. A byte that is not part of a valid character is shown as {@code \xFF}, in upper case.
 *   <li>A Variant or Dynamic is shown as the type that holds it. Where the value alone does not tell, it comes as a {@link
 *       io.chconnect.types.value.TypedVariant}.
 * </ul>
 */
public final class ValueText {
    private static final String NULL = "NULL";

    private ValueText() {}

    /**
     * The text of a value.
     *
     * @param type the type of its column
     * @param value the value, or null for NULL
     * @return the text
     * @throws ConversionException if the value is not of a class that the type has
     */
    public static String of(DataType type, @Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, type, value);
        return out.toString();
    }

    /**
     * Appends the text of a value.
     *
     * @param out where to
     * @param type the type of its column
     * @param value the value, or null for NULL
     * @throws ConversionException if the value is not of a class that the type has; some text may have been appended
     */
    public static void append(StringBuilder out, DataType type, @Nullable Object value) {
        append(out, type, value, false);
    }

    /** Appends a value, in quotes if it stands within a container and its type wants them there. */
    static void append(StringBuilder out, DataType type, @Nullable Object value, boolean nested) {
        if (value == null) {
            out.append(NULL);
            return;
        }
        switch (type.kind().shape()) {
            case SCALAR -> ScalarText.append(out, type, value, nested);
            case AGGREGATE_FUNCTION -> BytesText.append(out, type, value, nested);
            case JSON -> ScalarText.escaped(out, JSONText.of((JSONType) type, value), nested);
            case NULLABLE -> append(out, ((NullableType) type).inner(), value, nested);
            case LOW_CARDINALITY -> append(out, ((LowCardinalityType) type).inner(), value, nested);
            case SIMPLE_AGGREGATE_FUNCTION ->
                append(out, ((SimpleAggregateFunctionType) type).storage(), value, nested);
            case GEO -> append(out, ((GeoType) type).storage(), value, nested);
            case ARRAY -> ContainerText.array(out, type, ((ArrayType) type).element(), value);
            case QBIT -> ContainerText.array(out, type, ((QBitType) type).element(), value);
            case NESTED -> append(out, ((NestedType) type).asArray(), value, nested);
            case TUPLE -> ContainerText.tuple(out, (TupleType) type, value);
            case MAP -> ContainerText.map(out, (MapType) type, value);
            case CHOICE -> MemberTypes.append(out, type, value, nested);
        }
    }

    /** The value as an object of a class. */
    static <T> T expect(Class<T> expected, DataType type, Object value) {
        if (!expected.isInstance(value)) {
            throw ConversionException.of(
                    value, "the text of a " + type.name(), "expected a " + expected.getSimpleName());
        }
        return expected.cast(value);
    }
}
