package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.client.internal.value.Scalars;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntegralColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Single values of blocks. Failures name column and row. */
public final class Cells {
    /** What is compiled for records and beans stays with their class. */
    private static final ClassValue<Map<DataType, ColumnReader>> READERS = new ClassValue<>() {
        @Override
        protected Map<DataType, ColumnReader> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private static final int MAX_TYPES = 256;

    private Cells() {}

    public static @Nullable Object getObject(Block block, int column, int row) {
        return read(ColumnReader.NATURAL, block, column, row);
    }

    /** A value by the readers of a result's formats, or by nature when there are none. */
    public static @Nullable Object getObject(Block block, int column, int row, ColumnReader @Nullable [] readers) {
        block.column(column);
        return read(readers == null ? ColumnReader.NATURAL : readers[column], block, column, row);
    }

    public static <T> @Nullable T getObject(Block block, int column, int row, Class<T> target) {
        DataType type = block.column(column).type();
        Map<DataType, ColumnReader> readers = READERS.get(target);
        ColumnReader reader = readers.get(type);
        if (reader == null) {
            reader = reader(block, column, target, target);
            if (readers.size() >= MAX_TYPES) {
                readers.clear();
            }
            readers.put(type, reader);
        }
        return Scalars.cast(read(reader, block, column, row), target);
    }

    /** A value as an object of a class for which there is nothing to compile. */
    public static <T> @Nullable T get(Block block, int column, int row, Class<T> target) {
        Column values = block.column(column);
        try {
            Object value = values.get(row);
            return value == null ? null : Scalars.convert(values.type(), value, target);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), row);
        }
    }

    /** A point in time, without the wall time that the type's own class has. */
    public static @Nullable Instant getInstant(Block block, int column, int row) {
        Column all = block.column(column);
        Column values = all instanceof NullableColumn nullable ? nullable.values() : all;
        if (values instanceof IntegralColumn integral && !all.isNull(row)) {
            try {
                Instant instant = integral.getInstant(row);
                if (instant != null) {
                    return instant;
                }
            } catch (ConversionException e) {
                throw e.at(block.names().get(column), row);
            }
        }
        return get(block, column, row, Instant.class);
    }

    public static @Nullable String getString(Block block, int column, int row) {
        return get(block, column, row, String.class);
    }

    public static byte @Nullable [] getBytes(Block block, int column, int row) {
        return getObject(block, column, row, byte[].class);
    }

    public static <T> @Nullable List<@Nullable T> getList(Block block, int column, int row, Class<T> element) {
        @SuppressWarnings("unchecked") // the reader makes lists of the element's class
        List<@Nullable T> list = (List<@Nullable T>)
                read(reader(block, column, generic(List.class, element), element), block, column, row);
        return list;
    }

    public static <K, V> @Nullable Map<@Nullable K, @Nullable V> getMap(
            Block block, int column, int row, Class<K> key, Class<V> value) {
        @SuppressWarnings("unchecked") // the reader makes maps of the classes of key and value
        Map<@Nullable K, @Nullable V> map = (Map<@Nullable K, @Nullable V>)
                read(reader(block, column, generic(Map.class, key, value), value), block, column, row);
        return map;
    }

    public static boolean getBoolean(Block block, int column, int row) {
        long number = getLong(block, column, row);
        if (number != 0 && number != 1) {
            throw ConversionException.of(number, "boolean", "expected 0 or 1")
                    .at(block.names().get(column), row);
        }
        return number == 1;
    }

    public static long getLong(Block block, int column, int row) {
        try {
            return block.column(column).getLong(row);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), row);
        }
    }

    public static long getWhole(Block block, int column, int row, long min, long max, String target) {
        long value = getLong(block, column, row);
        if (value < min || value > max) {
            throw ConversionException.of(value, target, "it is out of range")
                    .at(block.names().get(column), row);
        }
        return value;
    }

    public static long getUnsignedLong(Block block, int column, int row) {
        Column values = block.column(column);
        try {
            if (values.isNull(row)) {
                return values.getLong(row);
            }
            return Scalars.unsignedBits(values, row);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), row);
        }
    }

    public static double getDouble(Block block, int column, int row) {
        try {
            return block.column(column).getDouble(row);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), row);
        }
    }

    public static float getFloat(Block block, int column, int row) {
        Column values = block.column(column);
        try {
            return values.isNull(row) ? (float) values.getDouble(row) : Scalars.toFloat(values, row);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), row);
        }
    }

    private static ColumnReader reader(Block block, int column, Type target, Class<?> user) {
        try {
            return BlockMapper.readers(user, null).of(block.column(column).type(), target);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), -1);
        }
    }

    private static @Nullable Object read(ColumnReader reader, Block block, int column, int row) {
        try {
            return reader.read(block.column(column), row);
        } catch (ConversionException e) {
            throw e.at(block.names().get(column), row);
        }
    }

    private static ParameterizedType generic(Class<?> raw, Type... arguments) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return arguments.clone();
            }

            @Override
            public Type getRawType() {
                return raw;
            }

            @Override
            public @Nullable Type getOwnerType() {
                return null;
            }
        };
    }
}
