package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DataType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The getters by number: one accessor per column reads the block the cursor stands on. */
abstract class IndexedGetters extends LabelledGetters {
    private final ColumnAccessor[] accessors;
    private @Nullable Block bound;
    private boolean wasNull;

    IndexedGetters(ResultColumns columns) throws SQLException {
        accessors = new ColumnAccessor[columns.count()];
        for (int i = 0; i < accessors.length; i++) {
            accessors[i] = ColumnAccessors.of(columns.name(i + 1), columns.type(i + 1));
        }
    }

    /** Reads a value that is not NULL. */
    @FunctionalInterface
    interface Getter<T> {
        T get(ColumnAccessor column, int row) throws SQLException;
    }

    /** The block of the current row, when the result set is open and on a row. */
    abstract Block currentBlock() throws SQLException;

    /** The current row within its block. */
    abstract int currentRow();

    @Override
    public final boolean wasNull() throws SQLException {
        return wasNull;
    }

    @Override
    public final boolean getBoolean(int column) throws SQLException {
        ColumnAccessor accessor = accessor(column);
        if (wasNull) {
            return false;
        }
        try {
            return accessor.getBoolean(currentRow());
        } catch (SQLException | RuntimeException e) {
            throw failure(accessor, e);
        }
    }

    @Override
    public final byte getByte(int column) throws SQLException {
        return (byte) whole(column, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
    }

    @Override
    public final short getShort(int column) throws SQLException {
        return (short) whole(column, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    }

    @Override
    public final int getInt(int column) throws SQLException {
        return (int) whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
    }

    @Override
    public final long getLong(int column) throws SQLException {
        return whole(column, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    }

    @Override
    public final float getFloat(int column) throws SQLException {
        ColumnAccessor accessor = accessor(column);
        if (wasNull) {
            return 0;
        }
        try {
            return Numbers.narrow(accessor.getDouble(currentRow()));
        } catch (SQLException | RuntimeException e) {
            throw failure(accessor, e);
        }
    }

    @Override
    public final double getDouble(int column) throws SQLException {
        ColumnAccessor accessor = accessor(column);
        if (wasNull) {
            return 0;
        }
        try {
            return accessor.getDouble(currentRow());
        } catch (SQLException | RuntimeException e) {
            throw failure(accessor, e);
        }
    }

    @Override
    public final @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
        return read(column, ColumnAccessor::getBigDecimal);
    }

    @Override
    @Deprecated
    public final @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        return read(column, (accessor, row) -> accessor.getBigDecimal(row).setScale(scale, RoundingMode.HALF_UP));
    }

    @Override
    public final @Nullable String getString(int column) throws SQLException {
        ColumnAccessor accessor = accessor(column);
        if (wasNull) {
            return null;
        }
        try {
            return accessor.getString(currentRow());
        } catch (SQLException | RuntimeException e) {
            throw failure(accessor, e);
        }
    }

    @Override
    public final @Nullable String getNString(int column) throws SQLException {
        return getString(column);
    }

    @Override
    public final byte @Nullable [] getBytes(int column) throws SQLException {
        return read(column, ColumnAccessor::getBytes);
    }

    @Override
    public final @Nullable Date getDate(int column) throws SQLException {
        return getDate(column, null);
    }

    @Override
    public final @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
        return read(column, (accessor, row) -> Temporals.date(accessor.getValue(row), accessor.type(), calendar));
    }

    @Override
    public final @Nullable Time getTime(int column) throws SQLException {
        return getTime(column, null);
    }

    @Override
    public final @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
        return read(column, (accessor, row) -> Temporals.time(accessor.getValue(row), accessor.type(), calendar));
    }

    @Override
    public final @Nullable Timestamp getTimestamp(int column) throws SQLException {
        return getTimestamp(column, null);
    }

    @Override
    public final @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar) throws SQLException {
        return read(column, (accessor, row) -> accessor.getTimestamp(row, calendar));
    }

    @Override
    public final @Nullable InputStream getAsciiStream(int column) throws SQLException {
        return getBinaryStream(column);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // nobody has Error Prone's annotation
    public final @Nullable InputStream getUnicodeStream(int column) throws SQLException {
        return getBinaryStream(column);
    }

    @Override
    public final @Nullable InputStream getBinaryStream(int column) throws SQLException {
        return read(column, (accessor, row) -> new ByteArrayInputStream(bytes(accessor, row)));
    }

    @Override
    public final @Nullable Reader getCharacterStream(int column) throws SQLException {
        return read(column, (accessor, row) -> new StringReader(accessor.getString(row)));
    }

    @Override
    public final @Nullable Reader getNCharacterStream(int column) throws SQLException {
        return getCharacterStream(column);
    }

    @Override
    public final @Nullable Blob getBlob(int column) throws SQLException {
        return read(column, (accessor, row) -> new MemoryBlob(bytes(accessor, row)));
    }

    @Override
    public final @Nullable Clob getClob(int column) throws SQLException {
        return getNClob(column);
    }

    @Override
    public final @Nullable NClob getNClob(int column) throws SQLException {
        return read(column, (accessor, row) -> new MemoryClob(accessor.getString(row)));
    }

    @Override
    public final @Nullable Array getArray(int column) throws SQLException {
        return read(column, (accessor, row) -> JdbcObjects.array(accessor.type(), accessor.getValue(row)));
    }

    @Override
    public final @Nullable URL getURL(int column) throws SQLException {
        return read(column, (accessor, row) -> ClassConversion.url(accessor.getString(row)));
    }

    @Override
    public final @Nullable Object getObject(int column) throws SQLException {
        return read(column, (accessor, row) -> JdbcObjects.of(accessor.type(), accessor.getValue(row)));
    }

    @Override
    public final @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> classes) throws SQLException {
        if (classes != null && !classes.isEmpty()) {
            Class<?> target = classes.get(typeName(column));
            if (target != null) {
                return getObject(column, target);
            }
        }
        return getObject(column);
    }

    @Override
    public final <T> @Nullable T getObject(int column, Class<T> target) throws SQLException {
        if (target == null) {
            throw SqlErrors.invalidArgument("The class to make is null");
        }
        return read(column, (accessor, row) -> {
            if (target == Blob.class) {
                return target.cast(new MemoryBlob(bytes(accessor, row)));
            }
            if (target == Clob.class || target == NClob.class) {
                return target.cast(new MemoryClob(accessor.getString(row)));
            }
            return ClassConversion.convert(accessor, row, target);
        });
    }

    private String typeName(int column) throws SQLException {
        DataType type = accessor(column).type();
        return type.name();
    }

    private static byte[] bytes(ColumnAccessor accessor, int row) throws SQLException {
        return accessor instanceof StringAccessor
                ? accessor.getBytes(row)
                : accessor.getString(row).getBytes(StandardCharsets.UTF_8);
    }

    private long whole(int column, long lowest, long highest, String target) throws SQLException {
        ColumnAccessor accessor = accessor(column);
        if (wasNull) {
            return 0;
        }
        try {
            return Numbers.narrow(accessor.getLong(currentRow()), lowest, highest, target);
        } catch (SQLException | RuntimeException e) {
            throw failure(accessor, e);
        }
    }

    private <T> @Nullable T read(int column, Getter<? extends @Nullable T> getter) throws SQLException {
        ColumnAccessor accessor = accessor(column);
        if (wasNull) {
            return null;
        }
        try {
            return getter.get(accessor, currentRow());
        } catch (SQLException | RuntimeException e) {
            throw failure(accessor, e);
        }
    }

    /** The accessor of a column on the current row; remembers whether the value is NULL. */
    private ColumnAccessor accessor(int column) throws SQLException {
        Block block = currentBlock();
        if (block != bound) {
            bind(block);
        }
        if (column < 1 || column > accessors.length) {
            throw SqlErrors.noColumn("There is no column " + column + ": expected 1 to " + accessors.length);
        }
        ColumnAccessor accessor = accessors[column - 1];
        wasNull = accessor.isNull(currentRow());
        return accessor;
    }

    private void bind(Block block) {
        for (int i = 0; i < accessors.length; i++) {
            accessors[i].bind(block.column(i));
        }
        bound = block;
    }

    private SQLException failure(ColumnAccessor accessor, Exception e) {
        SQLException failure = e instanceof RuntimeException runtime ? SqlErrors.from(runtime) : (SQLException) e;
        if (failure instanceof SQLDataException) {
            SQLException placed = new SQLDataException(
                    "Column \"" + accessor.name() + "\": " + failure.getMessage(), failure.getSQLState(), failure);
            placed.setStackTrace(failure.getStackTrace());
            return placed;
        }
        return failure;
    }
}
