package io.chconnect.jdbc.internal.result;

import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import org.jspecify.annotations.Nullable;

/** Values in the server's text form. */
final class Texts {
    private Texts() {}

    static String of(DataType type, @Nullable Object value) {
        return value instanceof String text ? text : ValueText.of(type, value);
    }
}
