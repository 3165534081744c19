package io.chconnect.jdbc.internal.bind;

import io.chconnect.client.internal.sql.Literals;
import io.chconnect.jdbc.TypedValue;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.ClickHouseArray;
import io.chconnect.jdbc.internal.result.ClickHouseStruct;
import io.chconnect.jdbc.internal.sql.ParameterPlace;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.text.ValueText;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Java values as parameters of the server. The class of the value alone decides the type; a class that is not known is
 * refused, since its text could be anything.
 */
public final class Parameters {
    private Parameters() {}

    /** Binds a value for the place where it stands. */
    public static BoundValue bind(@Nullable Object given, ParameterPlace place) throws SQLException {
        if (given instanceof TypedValue typed) {
            return typed(typed, place);
        }
        Object value = given == null ? null : PlainValues.of(given);
        if (value == null) {
            return BoundValue.NULL;
        }
        if (value instanceof byte[] bytes) {
            return new BoundValue(null, "unhex('" + HexFormat.of().formatHex(bytes) + "')");
        }
        if (value instanceof Interval interval) {
            String unit = interval.unit().clickHouseName().toUpperCase(Locale.ROOT);
            return new BoundValue(null, "INTERVAL " + interval.amount() + " " + unit);
        }
        DataType known = knownType(given);
        DataType type = known == null ? ParameterTypes.of(value) : known;
        Object fitting = known == null ? ParameterTypes.fit(type, value) : value;
        String text = ValueText.of(type, fitting);
        if (known == null && type.name().contains(SimpleType.NOTHING.name())) {
            return new BoundValue(null, text);
        }
        requireUnicode(text);
        return switch (place) {
            case EXPRESSION -> new BoundValue(type.name(), text);
            case LITERAL -> new BoundValue(null, literal(value));
            case STORED -> new BoundValue(null, cast(text, type.name()));
        };
    }

    private static BoundValue typed(TypedValue given, ParameterPlace place) throws SQLException {
        DataType type = given.type();
        if (given.value() == null) {
            return new BoundValue(null, "CAST(NULL, " + Literals.text("Nullable(" + type.name() + ")") + ")");
        }
        Object value = PlainValues.of(given.value());
        if (value instanceof String text) {
            requireUnicode(text);
        }
        return switch (place) {
            case EXPRESSION -> new BoundValue(type.name(), value);
            case LITERAL -> new BoundValue(null, literal(value));
            case STORED -> new BoundValue(null, cast(ValueText.of(type, CanonicalValues.of(type, value)), type.name()));
        };
    }

    private static String cast(String text, String type) {
        return "CAST(" + Literals.text(text) + ", " + Literals.text(type) + ")";
    }

    private static String literal(Object value) throws SQLException {
        if (value instanceof String text) {
            return Literals.text(text);
        }
        boolean fraction = value instanceof Double || value instanceof Float;
        if (value instanceof Number number && (!fraction || Double.isFinite(number.doubleValue()))) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        throw SqlErrors.invalidArgument("Here ClickHouse takes only a literal, so that a value of class "
                + value.getClass().getName() + " is not supported: expected a number or text");
    }

    /** The type of a column for values like this one and for NULL; text when it is NULL. */
    public static DataType nullableType(@Nullable Object value) throws SQLException {
        if (value == null || value instanceof byte[]) {
            return new NullableType(SimpleType.STRING);
        }
        DataType type = ParameterTypes.of(value);
        return type instanceof ArrayType || type instanceof MapType ? type : new NullableType(type);
    }

    private static @Nullable DataType knownType(@Nullable Object given) {
        if (given instanceof ClickHouseArray array) {
            return new ArrayType(array.element());
        }
        return given instanceof ClickHouseStruct struct ? struct.type() : null;
    }

    /** A character that has no UTF-8 form would silently become another one. */
    private static void requireUnicode(String text) throws SQLException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw SqlErrors.conversion("The text has an unpaired surrogate at position " + (i + 1)
                            + ", for which there is no UTF-8");
                }
                i++;
            }
        }
    }
}
