package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import io.chconnect.types.text.JSONParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects that came as texts, or are sent as texts. */
public final class JSONTextColumn extends JSONColumn {
    private final StringColumn texts;

    /**
     * Creates the column.
     *
     * @param type the type
     * @param texts a JSON object for each row
     */
    public JSONTextColumn(DataType type, StringColumn texts) {
        super(type);
        this.texts = texts;
    }

    @Override
    public int rowCount() {
        return texts.rowCount();
    }

    /**
     * A value as a nested map: whole numbers are Long, or BigInteger where they do not fit, other numbers Double, and the
     * rest is String, Boolean, List, Map and null. The declared types of paths are not applied.
     *
     * @throws io.chconnect.error.ConversionException if the text is not a JSON object
     */
    @Override
    public Map<String, @Nullable Object> get(int row) {
        return JSONParser.object(texts.get(row));
    }

    @Override
    public String getText(int row) {
        return texts.get(row);
    }

    /**
     * The texts.
     *
     * @return a String column with a JSON object in each row
     */
    public StringColumn texts() {
        return texts;
    }
}
