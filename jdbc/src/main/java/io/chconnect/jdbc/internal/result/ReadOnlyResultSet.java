package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** What no result of ClickHouse has, by label: rows that can be changed in place, row ids, references, XML. */
abstract class ReadOnlyResultSet extends RowsAreFixed {
    private static final String UPDATES = "Changing rows through a result set";
    private static final String ROW_ID = "A RowId";
    private static final String REF = "A Ref";
    private static final String SQL_XML = "An SQLXML value";

    @Override
    public final void updateNull(String label) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBoolean(String label, boolean value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateByte(String label, byte value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateShort(String label, short value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateInt(String label, int value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateLong(String label, long value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateFloat(String label, float value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateDouble(String label, double value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBigDecimal(String label, BigDecimal value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateString(String label, String value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBytes(String label, byte[] value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateDate(String label, Date value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateTime(String label, Time value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateTimestamp(String label, Timestamp value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateCharacterStream(String label, Reader value, int length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateObject(String label, Object value, int length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateObject(String label, Object value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final Ref getRef(String label) throws SQLException {
        throw SqlErrors.notSupported(REF);
    }

    @Override
    public final void updateRef(String label, Ref value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBlob(String label, Blob value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateClob(String label, Clob value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateArray(String label, Array value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final RowId getRowId(String label) throws SQLException {
        throw SqlErrors.notSupported(ROW_ID);
    }

    @Override
    public final void updateRowId(String label, RowId value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateNString(String label, String value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateNClob(String label, NClob value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final SQLXML getSQLXML(String label) throws SQLException {
        throw SqlErrors.notSupported(SQL_XML);
    }

    @Override
    public final void updateSQLXML(String label, SQLXML value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBinaryStream(String label, InputStream value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateCharacterStream(String label, Reader value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBlob(String label, InputStream value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateClob(String label, Reader value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateNClob(String label, Reader value, long length) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateNCharacterStream(String label, Reader value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateAsciiStream(String label, InputStream value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBinaryStream(String label, InputStream value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateCharacterStream(String label, Reader value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateBlob(String label, InputStream value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateClob(String label, Reader value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateNClob(String label, Reader value) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateObject(String label, Object value, SQLType type) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }

    @Override
    public final void updateObject(String label, Object value, SQLType type, int scaleOrLength) throws SQLException {
        throw SqlErrors.notSupported(UPDATES);
    }
}
