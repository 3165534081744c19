package io.chconnect.client.internal.sql;

import io.chconnect.error.ConversionException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as SQL text. */
public final class Literals {
    private Literals() {}

    /** A literal of texts, numbers, booleans, and collections and maps of them. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof CharSequence) {
            return text(value.toString());
        }
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Literals::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw ConversionException.of(
                value, "an SQL literal", "expected text, a number, a Boolean, or a Collection or Map of them");
    }

    /** A text in single quotes. */
    public static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
