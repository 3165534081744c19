package io.chconnect.client.internal.sql;

import io.chconnect.error.ConversionException;
import org.jspecify.annotations.Nullable;

/** Values of {@code {name:Type}} placeholders in the escaped form the server reads. */
public final class ParameterText {
    private ParameterText() {}

    /** The text of a value. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        if (value instanceof CharSequence) {
            return escape(value.toString());
        }
        throw ConversionException.of(value, "a parameter", "expected a number, a Boolean or text");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
