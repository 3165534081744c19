package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects. {@link #get} gives a nested map in the order of the server's text, {@link #getText} the text itself.
 *
 * <p>A point within a name separates names, as on the server. A path that is both a value and an object, as in {@code
 * {"a":1,"a":{"b":2}}}, stands in the map as the value {@code a} and, beside it, the whole path {@code a.b}; the same map
 * makes the same JSON again. A path without a declared type that is NULL is not there.
 */
public abstract sealed class JSONColumn implements Column permits JSONTextColumn, JSONPathsColumn {
    private final DataType type;

    JSONColumn(DataType type) {
        this.type = type;
    }

    @Override
    public final DataType type() {
        return type;
    }

    @Override
    public abstract Map<String, @Nullable Object> get(int row);

    @Override
    public abstract String getText(int row);

    @Override
    public final @Nullable String[] toStrings() {
        @Nullable String[] texts = new @Nullable String[rowCount()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = getText(row);
        }
        return texts;
    }
}
