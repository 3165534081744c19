package io.chconnect.client.internal.parameter;

import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.net.InetAddress;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The value of a placeholder as the server reads it: in the form of TabSeparated at the top, in that of SQL literals within
 * arrays, tuples and maps.
 */
public final class ParameterText {
    private static final String NULL = "\\N";
    private static final String IDENTIFIER = "Identifier";

    private ParameterText() {}

    /**
     * The text of a value.
     *
     * @param typeName the type of the placeholder as the statement writes it; null when it has no such placeholder
     * @param value the value; null is NULL
     * @throws ConversionException if the value does not fit the type
     */
    public static String of(@Nullable String typeName, @Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (IDENTIFIER.equals(typeName)) {
            if (value instanceof CharSequence) {
                return value.toString();
            }
            throw ConversionException.of(value, IDENTIFIER, "expected a name as text");
        }
        DataType type = typeName == null ? null : parse(typeName);
        if (type == null) {
            return plain(value);
        }
        StringBuilder out = new StringBuilder();
        ParameterWriter.appendTop(out, type, value);
        return out.toString();
    }

    /** A type that this client does not know may be one that the server knows. */
    private static @Nullable DataType parse(String typeName) {
        try {
            return DataTypes.parse(typeName);
        } catch (ClickHouseException e) {
            return null;
        }
    }

    private static String plain(Object value) {
        if (value instanceof CharSequence) {
            StringBuilder out = new StringBuilder();
            Escapes.appendText(out, value.toString());
            return out.toString();
        }
        if (value instanceof InetAddress address) {
            return address.getHostAddress();
        }
        if (value instanceof LocalDateTime time) {
            return WallTime.text(time);
        }
        boolean obvious = value instanceof Boolean
                || value instanceof Number
                || value instanceof UUID
                || value instanceof LocalDate;
        if (obvious) {
            return value.toString();
        }
        throw ConversionException.of(
                value, "a parameter", "the statement has no placeholder of that name with a type this client knows");
    }
}
