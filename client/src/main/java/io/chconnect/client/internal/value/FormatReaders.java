package io.chconnect.client.internal.value;

import io.chconnect.client.ReadFormat;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntegralColumn;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes readers of columns by formats; also of what containers hold. */
record FormatReaders(
        Map<TypeKind, ReadFormat> ofTypes, @Nullable ReadFormat ofColumn) {
    /** A reader; null when the column is read by nature. */
    @Nullable
    ColumnReader of(String name, DataType type) {
        ColumnReader reader = present(name, NaturalClasses.storage(type));
        boolean wrapped = type instanceof NullableType || type instanceof LowCardinalityType;
        return reader != null && wrapped ? ColumnReaders.unwrapping(reader) : reader;
    }

    private @Nullable ColumnReader present(String name, DataType type) {
        ReadFormat format = ofTypes.get(type.kind());
        if (type instanceof ArrayType array && format == null) {
            ColumnReader element = of(name, array.element());
            return element == null ? null : new ListReader(element);
        }
        if (type instanceof MapType map && format == null) {
            ColumnReader key = of(name, map.key());
            ColumnReader value = of(name, map.value());
            return key == null && value == null ? null : new MapReader(orNatural(key), orNatural(value));
        }
        if (type instanceof TupleType tuple && format == null) {
            return tuple(name, tuple);
        }
        ReadFormat chosen = ofColumn == null ? format : ofColumn;
        return chosen == null ? null : reader(name, type, chosen);
    }

    private @Nullable ColumnReader tuple(String name, TupleType tuple) {
        List<@Nullable ColumnReader> elements = new ArrayList<>();
        tuple.elements().forEach(element -> elements.add(of(name, element.type())));
        return elements.stream().allMatch(Objects::isNull)
                ? null
                : TupleReader.list(
                        elements.stream().map(FormatReaders::orNatural).toList());
    }

    private static @Nullable ColumnReader reader(String name, DataType type, ReadFormat format) {
        ColumnReader reader = switch (format) {
            case NATURAL -> ColumnReader.NATURAL;
            case TEXT -> ColumnReaders.converting(type, String.class);
            case BYTES -> BytesReader.of(type);
            case NUMBER -> number(type);
        };
        if (reader == null) {
            throw new ConfigurationException(
                    "Column \"" + name + "\" cannot be read as " + format + ": its values are of type " + type.name());
        }
        return reader;
    }

    private static @Nullable ColumnReader number(DataType type) {
        return switch (type.kind()) {
            case DATE -> (column, row) -> stored(column, row) & 0xFFFFL;
            case DATETIME, IPV4 -> (column, row) -> stored(column, row) & 0xFFFF_FFFFL;
            case DATE32, DATETIME64, TIME, TIME64, INTERVAL, ENUM8, ENUM16, BOOL, UINT64 -> FormatReaders::stored;
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> Column::getLong;
            default -> null;
        };
    }

    private static long stored(Column column, int row) {
        if (column instanceof IntegralColumn integral) {
            return integral.stored(row);
        }
        throw new ConversionException("type " + column.type().name() + " is not stored as a number");
    }

    private static ColumnReader orNatural(@Nullable ColumnReader reader) {
        return reader == null ? ColumnReader.NATURAL : reader;
    }
}
