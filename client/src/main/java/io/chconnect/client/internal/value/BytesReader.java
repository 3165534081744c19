package io.chconnect.client.internal.value;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of texts, whether they are UTF-8 or not. */
final class BytesReader {
    private BytesReader() {}

    /** A reader for a type; null when its values are no texts. */
    static @Nullable ColumnReader of(DataType type) {
        return switch (type.kind()) {
            case STRING, FIXED_STRING, ENUM8, ENUM16, VARIANT, DYNAMIC, AGGREGATE_FUNCTION -> BytesReader::read;
            default -> null;
        };
    }

    private static byte[] read(Column column, int row) {
        if (column instanceof StringColumn text) {
            return text.getBytes(row);
        }
        if (column instanceof FixedBytesColumn text) {
            return text.getBytes(row);
        }
        Object value = column.get(row);
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw ConversionException.of(
                value, "byte[]", "the column has type " + column.type().name());
    }
}
