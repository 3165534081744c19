package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.EnumType;
import io.chconnect.types.internal.Quoting;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.BiFunction;

/** The text of scalars: by the class of their values, as long as the type does not say more. */
final class ScalarText {
    /** What {@code toString} of a class would not give. */
    private static final Map<Class<?>, BiFunction<DataType, Object, String>> FORMS = Map.ofEntries(
            Map.entry(Byte.class, NumberTexts::integer),
            Map.entry(Short.class, NumberTexts::integer),
            Map.entry(Integer.class, NumberTexts::integer),
            Map.entry(Long.class, NumberTexts::integer),
            Map.entry(BigInteger.class, NumberTexts::integer),
            Map.entry(
                    BigDecimal.class,
                    (type, value) -> NumberTexts.decimal(ValueText.expect(BigDecimal.class, type, value))),
            Map.entry(
                    Interval.class,
                    (type, value) -> Long.toString(
                            ValueText.expect(Interval.class, type, value).amount())),
            Map.entry(
                    Inet4Address.class,
                    (type, value) ->
                            ValueText.expect(Inet4Address.class, type, value).getHostAddress()),
            Map.entry(
                    Inet6Address.class,
                    (type, value) -> IPv6Text.of(ValueText.expect(Inet6Address.class, type, value))),
            Map.entry(LocalDate.class, (type, value) -> TimeText.date(ValueText.expect(LocalDate.class, type, value))),
            Map.entry(ZonedDateTime.class, TimeText::dateTime),
            Map.entry(
                    Duration.class,
                    (type, value) -> TimeText.time(type, ValueText.expect(Duration.class, type, value))));

    private ScalarText() {}

    static void append(StringBuilder out, DataType type, Object value, boolean nested) {
        switch (type.kind()) {
            case BFLOAT16, FLOAT32 ->
                FloatText.append(
                        out, ValueText.expect(Number.class, type, value).floatValue());
            case FLOAT64 ->
                FloatText.append(
                        out, ValueText.expect(Number.class, type, value).doubleValue());
            case STRING, FIXED_STRING -> BytesText.append(out, type, value, nested);
            case ENUM8, ENUM16 -> escaped(out, label((EnumType) type, value), nested);
            case NOTHING -> throw ConversionException.of(value, type.name(), "the type has no values");
            default -> bare(out, text(type, value), nested && type.kind().quoted());
        }
    }

    private static String text(DataType type, Object value) {
        Class<?> valueClass = type.kind().valueClass();
        BiFunction<DataType, Object, String> form = FORMS.get(valueClass);
        return form == null ? ValueText.expect(valueClass, type, value).toString() : form.apply(type, value);
    }

    static String label(EnumType type, Object value) {
        if (value instanceof Number number) {
            String label = type.label(number.intValue());
            if (label != null) {
                return label;
            }
        } else if (type.number(ValueText.expect(String.class, type, value)) != null) {
            return (String) value;
        }
        throw ConversionException.of(value, type.name(), "there is no such label");
    }

    /** Appends a text that needs no escapes. */
    private static void bare(StringBuilder out, String text, boolean quoted) {
        if (quoted) {
            out.append('\'').append(text).append('\'');
        } else {
            out.append(text);
        }
    }

    /** Appends a text of any characters, in quotes if it stands within a container. */
    static void escaped(StringBuilder out, String text, boolean nested) {
        if (nested) {
            Quoting.append(out, text, '\'');
        } else {
            out.append(text);
        }
    }
}
