package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.text.JSONParser;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link JSONColumn}: of JSON texts, which the server parses, or of maps, whose values keep their types. All values
 * of one block are of the same kind. Not thread-safe.
 */
public final class JSONColumnBuilder implements ColumnBuilder {
    private static final String EMPTY = "{}";

    private final DataType type;
    private final Supplier<JSONPathsBuilder> pathsBuilder;
    private final int expectedRows;
    private @Nullable StringColumnBuilder texts;
    private @Nullable JSONPathsBuilder paths;
    private int firstValue;
    private int size;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param pathsBuilder makes the builder of values that come as maps
     * @param expectedRows how many values to make room for
     */
    public JSONColumnBuilder(DataType type, Supplier<JSONPathsBuilder> pathsBuilder, int expectedRows) {
        this.type = type;
        this.pathsBuilder = pathsBuilder;
        this.expectedRows = expectedRows;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void append(Object value) {
        if (value instanceof Map<?, ?> map) {
            paths(value).append(map);
        } else if (value instanceof CharSequence text) {
            JSONParser.object(text.toString());
            texts(value).append(text);
        } else if (value instanceof byte[] bytes) {
            JSONParser.object(Utf8.decode(bytes, 0, bytes.length));
            texts(value).append(bytes);
        } else {
            throw ConversionException.of(value, type.name(), "expected a Map or the text of a JSON object");
        }
        size++;
    }

    @Override
    public void appendFrom(Column column, int row) {
        if (column instanceof JSONTextColumn source) {
            texts(column).appendFrom(source.texts(), row);
        } else {
            paths(column).appendFrom((JSONPathsColumn) column, row);
        }
        size++;
    }

    @Override
    public void appendDefault() {
        if (texts != null) {
            texts.append(EMPTY);
        } else if (paths != null) {
            paths.appendDefault();
        }
        size++;
    }

    @Override
    public void truncate(int newSize) {
        if (newSize <= firstValue) {
            texts = null;
            paths = null;
        }
        if (texts != null) {
            texts.truncate(newSize);
        }
        if (paths != null) {
            paths.truncate(newSize);
        }
        size = Math.min(size, newSize);
    }

    @Override
    public long byteSize() {
        return size + (texts == null ? 0 : texts.byteSize()) + (paths == null ? 0 : paths.byteSize());
    }

    @Override
    public JSONColumn build() {
        return texts != null
                ? new JSONTextColumn(type, texts.build())
                : paths(type.name()).build();
    }

    private StringColumnBuilder texts(Object value) {
        if (paths != null) {
            throw mixed(value);
        }
        if (texts == null) {
            firstValue = size;
            texts = new StringColumnBuilder(SimpleType.STRING, expectedRows);
            for (int row = 0; row < size; row++) {
                texts.append(EMPTY);
            }
        }
        return texts;
    }

    private JSONPathsBuilder paths(Object value) {
        if (texts != null) {
            throw mixed(value);
        }
        if (paths == null) {
            firstValue = size;
            paths = pathsBuilder.get();
            for (int row = 0; row < size; row++) {
                paths.appendDefault();
            }
        }
        return paths;
    }

    private ConversionException mixed(Object value) {
        return ConversionException.of(
                value,
                type.name(),
                "expected " + (texts == null ? "a Map" : "text")
                        + " as in the rows before: texts and maps do not mix in one block");
    }
}
