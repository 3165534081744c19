package io.chconnect.client.internal.value;

import io.chconnect.client.ReadFormat;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import io.chconnect.types.TypeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which types and columns are read otherwise than by nature. A column's own format wins over those of types; a type is
 * matched by exactly its family.
 */
public final class ReadFormats {
    /** Everything by nature. */
    public static final ReadFormats NONE = new ReadFormats(Map.of(), Map.of());

    private final Map<TypeKind, ReadFormat> ofTypes;
    private final Map<String, ReadFormat> ofColumns;

    private ReadFormats(Map<TypeKind, ReadFormat> ofTypes, Map<String, ReadFormat> ofColumns) {
        this.ofTypes = Map.copyOf(ofTypes);
        this.ofColumns = Map.copyOf(ofColumns);
    }

    /** Those of the client's options: families of types as ClickHouse spells them, and formats. */
    public static ReadFormats parse(Map<String, String> options) {
        ReadFormats formats = NONE;
        for (Map.Entry<String, String> option : options.entrySet()) {
            formats = formats.with(kind(option.getKey()), format(option.getKey(), option.getValue()));
        }
        return formats;
    }

    /** These and one for a type. */
    public ReadFormats with(TypeKind type, ReadFormat format) {
        Map<TypeKind, ReadFormat> more = new HashMap<>(ofTypes);
        more.put(type, format);
        return new ReadFormats(more, ofColumns);
    }

    /** These and one for a column. */
    public ReadFormats with(String column, ReadFormat format) {
        Map<String, ReadFormat> more = new HashMap<>(ofColumns);
        more.put(column, format);
        return new ReadFormats(ofTypes, more);
    }

    /** These, and where they say nothing, others. */
    public ReadFormats over(ReadFormats others) {
        Map<TypeKind, ReadFormat> types = new HashMap<>(others.ofTypes);
        types.putAll(ofTypes);
        Map<String, ReadFormat> columns = new HashMap<>(others.ofColumns);
        columns.putAll(ofColumns);
        return new ReadFormats(types, columns);
    }

    /** One reader for each column of blocks like this one; null when all are read by nature. */
    public ColumnReader @Nullable [] readers(Block block) {
        if (ofTypes.isEmpty() && ofColumns.isEmpty()) {
            return null;
        }
        ColumnReader[] readers = new ColumnReader[block.columnCount()];
        for (int i = 0; i < readers.length; i++) {
            Column column = block.column(i);
            ColumnReader reader = new FormatReaders(
                            ofTypes, ofColumns.get(block.names().get(i)))
                    .of(block.names().get(i), column.type());
            readers[i] = reader == null ? ColumnReader.NATURAL : reader;
        }
        return readers;
    }

    private static TypeKind kind(String family) {
        for (TypeKind kind : TypeKind.values()) {
            if (kind.name().replace("_", "").equals(family.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new ConfigurationException(
                "Option read_as_" + family + ": there is no type " + family + ", expected one such as DateTime64");
    }

    private static ReadFormat format(String family, String text) {
        for (ReadFormat format : ReadFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return format;
            }
        }
        throw new ConfigurationException("Option read_as_" + family + " is \"" + text + "\": expected one of "
                + Arrays.toString(ReadFormat.values()).toLowerCase(Locale.ROOT));
    }
}
