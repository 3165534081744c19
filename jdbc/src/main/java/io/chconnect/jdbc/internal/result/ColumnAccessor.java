package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DataType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one column of a result, block by block. The subclasses know how a type is stored, and so read
 * without boxing; this class knows the way over the value's own Java class. No getter is asked for a NULL.
 */
public abstract class ColumnAccessor {
    private final String name;
    private final DataType type;
    private boolean @Nullable [] nulls;

    ColumnAccessor(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    /** Goes to the next block. */
    public final void bind(Column column) {
        nulls = column.nullMap();
        bindValues(column instanceof NullableColumn nullable ? nullable.values() : column);
    }

    /** Goes to the next block, with the values behind the null map. */
    abstract void bindValues(Column values);

    /** A value as the Java class that the type codec gives. */
    public abstract @Nullable Object value(int row);

    /** The column's name. */
    public final String name() {
        return name;
    }

    /** The column's type. */
    public final DataType type() {
        return type;
    }

    /** Whether a value is NULL. */
    public boolean isNull(int row) {
        boolean[] map = nulls;
        return map != null && map[row];
    }

    /** A whole number. */
    public long getLong(int row) throws SQLException {
        return Numbers.toLong(value(row), type);
    }

    /** A number of floating point: the nearest one. */
    public double getDouble(int row) throws SQLException {
        return Numbers.toDouble(value(row), type);
    }

    /** A number of any size. */
    public BigDecimal getBigDecimal(int row) throws SQLException {
        return Numbers.toBigDecimal(value(row), type);
    }

    /** A truth value. */
    public boolean getBoolean(int row) throws SQLException {
        return Numbers.toBoolean(value(row), type);
    }

    /** A point in time; without one, wall time in the Calendar's zone, else the JVM's. */
    public Timestamp getTimestamp(int row, @Nullable Calendar calendar) throws SQLException {
        return Temporals.timestamp(getValue(row), type, calendar);
    }

    /** The server's text form. */
    public String getString(int row) throws SQLException {
        return Texts.of(type, value(row));
    }

    /** The bytes of a String or FixedString. */
    public byte[] getBytes(int row) throws SQLException {
        throw SqlErrors.conversion("The type " + type.name() + " has no bytes: ask for its text or its object");
    }

    /** A value for the conversions to classes. */
    public Object getValue(int row) throws SQLException {
        Object value = value(row);
        if (value == null) {
            throw SqlErrors.conversion("NULL has no value");
        }
        return value;
    }
}
