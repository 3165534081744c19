package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.bind.SqlTypeConversion;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** The setters of a prepared statement: all end in one, which takes the value as an object, or in those of numbers. Streams are read at once. */
abstract class PreparedSetters extends ClickHouseStatement implements PreparedStatement {
    PreparedSetters(ClickHouseConnection connection, int resultType) {
        super(connection, resultType);
    }

    /** Sets a parameter, counted from 1. */
    abstract void set(int parameter, @Nullable Object value) throws SQLException;

    /** Sets a parameter to a whole number. */
    abstract void setNumber(int parameter, long value) throws SQLException;

    /** Sets a parameter to a number of floating point. */
    abstract void setNumber(int parameter, double value) throws SQLException;

    @Override
    public final void setBoolean(int parameter, boolean value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setByte(int parameter, byte value) throws SQLException {
        setNumber(parameter, value);
    }

    @Override
    public final void setShort(int parameter, short value) throws SQLException {
        setNumber(parameter, value);
    }

    @Override
    public final void setInt(int parameter, int value) throws SQLException {
        setNumber(parameter, value);
    }

    @Override
    public final void setLong(int parameter, long value) throws SQLException {
        setNumber(parameter, value);
    }

    @Override
    public final void setFloat(int parameter, float value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setDouble(int parameter, double value) throws SQLException {
        setNumber(parameter, value);
    }

    @Override
    public final void setBigDecimal(int parameter, @Nullable BigDecimal value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setString(int parameter, @Nullable String value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setNString(int parameter, @Nullable String value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setURL(int parameter, @Nullable URL value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setArray(int parameter, @Nullable Array value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setBlob(int parameter, @Nullable Blob value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setClob(int parameter, @Nullable Clob value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setNClob(int parameter, @Nullable NClob value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setBytes(int parameter, byte @Nullable [] value) throws SQLException {
        set(parameter, value == null ? null : value.clone());
    }

    @Override
    public final void setNull(int parameter, int type) throws SQLException {
        set(parameter, null);
    }

    @Override
    public final void setNull(int parameter, int type, @Nullable String typeName) throws SQLException {
        set(parameter, null);
    }

    @Override
    public final void setDate(int parameter, @Nullable Date value) throws SQLException {
        setDate(parameter, value, null);
    }

    @Override
    public final void setDate(int parameter, @Nullable Date value, @Nullable Calendar calendar) throws SQLException {
        if (value == null || calendar == null) {
            // The class itself undoes what its valueOf does, also for the days before 1900 of zones with odd offsets.
            set(parameter, value);
        } else {
            set(parameter, inZone(value.getTime(), calendar).toLocalDate());
        }
    }

    @Override
    public final void setTime(int parameter, @Nullable Time value) throws SQLException {
        setTime(parameter, value, null);
    }

    @Override
    public final void setTime(int parameter, @Nullable Time value, @Nullable Calendar calendar) throws SQLException {
        set(parameter, value == null ? null : inZone(value.getTime(), calendar).toLocalTime());
    }

    @Override
    public final void setTimestamp(int parameter, @Nullable Timestamp value) throws SQLException {
        set(parameter, value == null ? null : value.toInstant());
    }

    @Override
    public final void setTimestamp(int parameter, @Nullable Timestamp value, @Nullable Calendar calendar)
            throws SQLException {
        setTimestamp(parameter, value);
    }

    @Override
    public final void setObject(int parameter, @Nullable Object value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public final void setObject(int parameter, @Nullable Object value, int type) throws SQLException {
        setObject(parameter, value, type, -1);
    }

    @Override
    public final void setObject(int parameter, @Nullable Object value, int type, int scale) throws SQLException {
        set(parameter, SqlErrors.call(() -> SqlTypeConversion.convert(value, type, scale)));
    }

    @Override
    public final void setObject(int parameter, @Nullable Object value, SQLType type) throws SQLException {
        setObject(parameter, value, type, -1);
    }

    @Override
    public final void setObject(int parameter, @Nullable Object value, SQLType type, int scale) throws SQLException {
        setObject(parameter, value, typeNumber(type), scale);
    }

    @Override
    public final void setAsciiStream(int parameter, @Nullable InputStream value) throws SQLException {
        set(parameter, Streams.ascii(value, Streams.ALL));
    }

    @Override
    public final void setAsciiStream(int parameter, @Nullable InputStream value, int length) throws SQLException {
        set(parameter, Streams.ascii(value, length));
    }

    @Override
    public final void setAsciiStream(int parameter, @Nullable InputStream value, long length) throws SQLException {
        set(parameter, Streams.ascii(value, length));
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // nobody has Error Prone's annotation
    public final void setUnicodeStream(int parameter, @Nullable InputStream value, int length) throws SQLException {
        set(parameter, Streams.utf8(value, length));
    }

    @Override
    public final void setBinaryStream(int parameter, @Nullable InputStream value) throws SQLException {
        set(parameter, Streams.bytes(value, Streams.ALL));
    }

    @Override
    public final void setBinaryStream(int parameter, @Nullable InputStream value, int length) throws SQLException {
        set(parameter, Streams.bytes(value, length));
    }

    @Override
    public final void setBinaryStream(int parameter, @Nullable InputStream value, long length) throws SQLException {
        set(parameter, Streams.bytes(value, length));
    }

    @Override
    public final void setCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
        set(parameter, Streams.text(value, Streams.ALL));
    }

    @Override
    public final void setCharacterStream(int parameter, @Nullable Reader value, int length) throws SQLException {
        set(parameter, Streams.text(value, length));
    }

    @Override
    public final void setCharacterStream(int parameter, @Nullable Reader value, long length) throws SQLException {
        set(parameter, Streams.text(value, length));
    }

    @Override
    public final void setNCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
        setCharacterStream(parameter, value);
    }

    @Override
    public final void setNCharacterStream(int parameter, @Nullable Reader value, long length) throws SQLException {
        setCharacterStream(parameter, value, length);
    }

    @Override
    public final void setClob(int parameter, @Nullable Reader value) throws SQLException {
        setCharacterStream(parameter, value);
    }

    @Override
    public final void setClob(int parameter, @Nullable Reader value, long length) throws SQLException {
        setCharacterStream(parameter, value, length);
    }

    @Override
    public final void setNClob(int parameter, @Nullable Reader value) throws SQLException {
        setCharacterStream(parameter, value);
    }

    @Override
    public final void setNClob(int parameter, @Nullable Reader value, long length) throws SQLException {
        setCharacterStream(parameter, value, length);
    }

    @Override
    public final void setBlob(int parameter, @Nullable InputStream value) throws SQLException {
        setBinaryStream(parameter, value);
    }

    @Override
    public final void setBlob(int parameter, @Nullable InputStream value, long length) throws SQLException {
        setBinaryStream(parameter, value, length);
    }

    @Override
    public final void setRef(int parameter, @Nullable Ref value) throws SQLException {
        throw SqlErrors.notSupported("A Ref");
    }

    @Override
    public final void setRowId(int parameter, @Nullable RowId value) throws SQLException {
        throw SqlErrors.notSupported("A RowId");
    }

    @Override
    public final void setSQLXML(int parameter, @Nullable SQLXML value) throws SQLException {
        throw SqlErrors.notSupported("An SQLXML value");
    }

    private static int typeNumber(SQLType type) throws SQLException {
        Integer number = type == null ? null : type.getVendorTypeNumber();
        if (number == null) {
            throw SqlErrors.invalidArgument("The type " + type + " has no number of java.sql.Types");
        }
        return number;
    }

    /** The wall time of a class of {@code java.sql}, in the Calendar's zone, else the JVM's. */
    private static ZonedDateTime inZone(long millis, @Nullable Calendar calendar) {
        ZoneId zone = calendar == null
                ? ZoneId.systemDefault()
                : calendar.getTimeZone().toZoneId();
        return Instant.ofEpochMilli(millis).atZone(zone);
    }
}
