package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.EnumType;
import io.chconnect.types.GeoType;
import io.chconnect.types.JSONType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.internal.Quoting;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
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
        switch (type.kind()) {
            case INT8, INT16, INT32, INT64, INT128, INT256, UINT8, UINT16, UINT32, UINT64, UINT128, UINT256 ->
                out.append(NumberTexts.integer(type, value));
            case BFLOAT16, FLOAT32 ->
                FloatText.append(out, expect(Number.class, type, value).floatValue());
            case FLOAT64 ->
                FloatText.append(out, expect(Number.class, type, value).doubleValue());
            case DECIMAL -> out.append(NumberTexts.decimal(expect(BigDecimal.class, type, value)));
            case INTERVAL -> out.append(expect(Interval.class, type, value).amount());
            case BOOL -> out.append(expect(Boolean.class, type, value).booleanValue());
            case STRING, FIXED_STRING, AGGREGATE_FUNCTION -> BytesText.append(out, type, value, nested);
            case UUID -> bare(out, expect(UUID.class, type, value).toString(), nested);
            case IPV4 -> bare(out, expect(Inet4Address.class, type, value).getHostAddress(), nested);
            case IPV6 -> bare(out, IPv6Text.of(expect(Inet6Address.class, type, value)), nested);
            case DATE, DATE32 -> bare(out, TimeText.date(expect(LocalDate.class, type, value)), nested);
            case DATETIME, DATETIME64 -> bare(out, TimeText.dateTime(type, value), nested);
            case TIME, TIME64 -> bare(out, TimeText.time(type, expect(Duration.class, type, value)), nested);
            case ENUM8, ENUM16 -> text(out, label((EnumType) type, value), nested);
            case JSON -> text(out, JSONText.of((JSONType) type, value), nested);
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
            case VARIANT, DYNAMIC, GEOMETRY -> MemberTypes.append(out, type, value, nested);
            case NOTHING -> throw ConversionException.of(value, type.name(), "the type has no values");
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

    static String label(EnumType type, Object value) {
        if (value instanceof Number number) {
            String label = type.label(number.intValue());
            if (label != null) {
                return label;
            }
        } else if (type.number(expect(String.class, type, value)) != null) {
            return (String) value;
        }
        throw ConversionException.of(value, type.name(), "there is no such label");
    }

    /** Appends a text that needs no escapes. */
    private static void bare(StringBuilder out, String text, boolean nested) {
        if (nested) {
            out.append('\'').append(text).append('\'');
        } else {
            out.append(text);
        }
    }

    private static void text(StringBuilder out, String text, boolean nested) {
        if (nested) {
            Quoting.append(out, text, '\'');
        } else {
            out.append(text);
        }
    }
}
