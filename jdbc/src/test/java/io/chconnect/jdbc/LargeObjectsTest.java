package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blobs, Clobs, streams, Arrays and Structs: made, sent, and read. */
class LargeObjectsTest extends BothTransports {
    private static final byte[] BYTES = {(byte) 0xFF, (byte) 0xFE, 1, 0, 39};

    LargeObjectsTest(ClickHouseServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void streamsAreSentByteByByte(Over transport) throws SQLException, IOException {
        try (PreparedStatement statement = connection(transport)
                .prepareStatement("SELECT ? AS a, ? AS b, ? AS c, ? AS d, ? AS e, hex(a), hex(b)")) {
            statement.setBinaryStream(1, new ByteArrayInputStream(BYTES));
            statement.setBlob(2, new ByteArrayInputStream(BYTES), BYTES.length);
            statement.setCharacterStream(3, new StringReader("it's \uD83D\uDE00"));
            statement.setNClob(4, new StringReader("abcdef"), 6);
            statement.setAsciiStream(5, new ByteArrayInputStream("ascii".getBytes(StandardCharsets.US_ASCII)));
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBinaryStream("a").readAllBytes()).isEqualTo(BYTES);
                assertThat(result.getBlob("b").getBytes(1, 99)).isEqualTo(BYTES);
                assertThat(result.getNClob("c").getSubString(1, 99)).isEqualTo("it's \uD83D\uDE00");
                char[] three = new char[3];
                assertThat(result.getCharacterStream("d").read(three)).isEqualTo(3);
                assertThat(three).containsExactly('a', 'b', 'c');
                assertThat(result.getAsciiStream("e").readAllBytes()).asString().isEqualTo("ascii");
                assertThat(result.getString(6)).isEqualTo("FFFE010027");
                assertThat(result.getString(7)).isEqualTo("FFFE010027");
            }
            assertThatThrownBy(() -> statement.setCharacterStream(3, new StringReader("short"), 6))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("ended after 5");
            assertThatThrownBy(() -> statement.setAsciiStream(5, new ByteArrayInputStream(BYTES)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("US-ASCII");
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aBlobIsWrittenSearchedAndCut(Over transport) throws SQLException, IOException {
        Connection connection = connection(transport);
        Blob blob = connection.createBlob();
        assertThat(blob.setBytes(1, BYTES)).isEqualTo(5);
        assertThat(blob.setBytes(2, new byte[] {7, 8, 9}, 1, 2)).isEqualTo(2);
        try (OutputStream out = blob.setBinaryStream(6)) {
            out.write(42);
        }
        assertThat(blob.getBytes(1, Integer.MAX_VALUE)).containsExactly(0xFF, 8, 9, 0, 39, 42);
        assertThat(blob.getBytes(3, Integer.MAX_VALUE)).containsExactly(9, 0, 39, 42);
        assertThat(blob.position(new byte[] {0, 39}, 1)).isEqualTo(4);
        assertThat(blob.position(new byte[] {0, 40}, 1)).isEqualTo(-1);
        assertThat(blob.getBinaryStream(2, 2).readAllBytes()).containsExactly(8, 9);
        blob.truncate(2);
        assertThat(blob.length()).isEqualTo(2);
        blob.free();
        assertThatThrownBy(blob::length).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aClobIsWrittenSearchedAndCut(Over transport) throws SQLException, IOException {
        Clob clob = connection(transport).createClob();
        assertThat(clob.setString(1, "hello")).isEqualTo(5);
        assertThat(clob.setString(6, "--world", 1, 3)).isEqualTo(3);
        try (Writer writer = clob.setCharacterStream(9)) {
            writer.write("!");
        }
        assertThat(clob.getSubString(1, Integer.MAX_VALUE)).isEqualTo("hello-wo!");
        assertThat(clob.getSubString(3, Integer.MAX_VALUE)).isEqualTo("llo-wo!");
        assertThat(clob.position("wo", 1)).isEqualTo(7);
        assertThat(clob.position("xx", 1)).isEqualTo(-1);
        clob.truncate(4);
        assertThat(clob.length()).isEqualTo(4);
        clob.free();
        assertThatThrownBy(() -> clob.getSubString(1, 1)).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void arraysAndStructsHaveTheirTypes(Over transport) throws SQLException {
        Connection connection = connection(transport);
        Array array = connection.createArrayOf("Nullable(Int16)", new Object[] {1, null, 3});
        Struct struct = connection.createStruct("Tuple(UInt8, Array(String))", new Object[] {7, new String[] {"a'b"}});
        assertThatThrownBy(() -> connection.createArrayOf("Int16", new Object[] {70_000}))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> connection.createStruct("Tuple(UInt8)", new Object[] {1, 2}))
                .isInstanceOf(SQLException.class);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT ? AS a, toTypeName(a), ? AS b, toTypeName(b)")) {
            statement.setArray(1, array);
            statement.setObject(2, struct);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(2)).isEqualTo("Array(Nullable(Int16))");
                Array read = result.getArray(1);
                assertThat(read.getBaseTypeName()).isEqualTo("Nullable(Int16)");
                assertThat((Object[]) read.getArray(2, 2)).containsExactly(null, (short) 3);
                try (ResultSet elements = read.getResultSet()) {
                    assertThat(elements.next()).isTrue();
                    assertThat(elements.getInt(1)).isEqualTo(1);
                    assertThat(elements.getInt(2)).isEqualTo(1);
                    assertThat(elements.next()).isTrue();
                    assertThat(elements.getInt(2)).isZero();
                    assertThat(elements.wasNull()).isTrue();
                }
                assertThat(result.getString(3)).isEqualTo("(7,['a\\'b'])");
                assertThat(result.getString(4)).isEqualTo("Tuple(UInt8, Array(String))");
                Struct readStruct = (Struct) result.getObject(3);
                assertThat(readStruct.getSQLTypeName()).isEqualTo("Tuple(UInt8, Array(String))");
                assertThat(readStruct.getAttributes()[0]).isEqualTo((short) 7);
            }
        }
        array.free();
        assertThatThrownBy(array::getArray).isInstanceOf(SQLException.class);
    }
}
