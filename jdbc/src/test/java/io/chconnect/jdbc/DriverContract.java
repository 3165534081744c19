package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver does over every transport. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class DriverContract {
    private Connection connection;
    private String database;

    abstract String url();

    @BeforeEach
    void connect() throws SQLException {
        database = "jdbc_" + UUID.randomUUID().toString().replace("-", "");
        connection = DriverManager.getConnection(url());
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE DATABASE " + database + " ENGINE = Atomic");
        }
        connection.setSchema(database);
    }

    @AfterEach
    void disconnect() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP DATABASE " + database);
        }
        connection.close();
    }

    @Test
    void aQueryStreamsItsRows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT number, toString(number) AS s FROM numbers(200000)")) {
            long sum = 0;
            long rows = 0;
            while (result.next()) {
                sum += result.getLong(1);
                assertThat(result.getString("s")).isEqualTo(Long.toString(rows));
                rows++;
            }
            assertThat(rows).isEqualTo(200_000);
            assertThat(sum).isEqualTo(199_999L * 100_000);
            assertThat(result.next()).isFalse();
            assertThatThrownBy(() -> result.getLong(1)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void valuesHaveTheirJdbcClasses() throws SQLException {
        String sql = "SELECT toInt8(-1) a, toUInt64(18446744073709551615) b, 'x' c, toDecimal64('1.50', 2) d,"
                + " toDate('2024-02-29') e, toDateTime64('2024-02-29 12:30:00.123456789', 9, 'Asia/Kolkata') f,"
                + " NULL::Nullable(Int32) g, [1, 2, 3] h, (1, 'z') i, true j, toFloat32(1.5) k, generateUUIDv4() l,"
                + " toUInt8(200) m, map('k', 1) n";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            assertThat(result.getObject("a")).isEqualTo((byte) -1);
            assertThat(result.getObject("b")).isEqualTo(new BigInteger("18446744073709551615"));
            assertThat(result.getObject("c")).isEqualTo("x");
            assertThat(result.getObject("d")).isEqualTo(new BigDecimal("1.50"));
            assertThat(result.getObject("e")).isEqualTo(Date.valueOf("2024-02-29"));
            assertThat(result.getObject("f"))
                    .isEqualTo(Timestamp.from(Instant.parse("2024-02-29T07:00:00.123456789Z")));
            assertThat(result.getObject("f", LocalDateTime.class))
                    .isEqualTo(LocalDateTime.parse("2024-02-29T12:30:00.123456789"));
            assertThat(result.getObject("g")).isNull();
            assertThat(result.wasNull()).isTrue();
            assertThat(result.getInt("g")).isZero();
            assertThat((Object[]) result.getArray("h").getArray()).containsExactly((short) 1, (short) 2, (short) 3);
            assertThat(result.getString("i")).isEqualTo("(1,'z')");
            assertThat(result.getBoolean("j")).isTrue();
            assertThat(result.getObject("k")).isEqualTo(1.5f);
            assertThat(result.getObject("l")).isInstanceOf(UUID.class);
            assertThat(result.getShort("m")).isEqualTo((short) 200);
            assertThatThrownBy(() -> result.getByte("m"))
                    .isInstanceOf(SQLDataException.class)
                    .hasMessageContaining("\"m\"")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("22003");
            assertThat(result.getString("n")).isEqualTo("{'k':1}");
        }
    }

    @Test
    void metadataIsExactAlsoForEmptyResults() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT toNullable(toDecimal32(1, 3)) AS d, 'a' AS s, toUInt32(1) AS u WHERE 0")) {
            ResultSetMetaData metadata = result.getMetaData();
            assertThat(metadata.getColumnCount()).isEqualTo(3);
            assertThat(metadata.getColumnType(1)).isEqualTo(Types.DECIMAL);
            assertThat(metadata.getPrecision(1)).isEqualTo(9);
            assertThat(metadata.getScale(1)).isEqualTo(3);
            assertThat(metadata.isNullable(1)).isEqualTo(ResultSetMetaData.columnNullable);
            assertThat(metadata.getColumnTypeName(1)).isEqualTo("Nullable(Decimal(9, 3))");
            assertThat(metadata.getColumnLabel(2)).isEqualTo("s");
            assertThat(metadata.getColumnClassName(3)).isEqualTo("java.lang.Long");
            assertThat(metadata.isSigned(3)).isFalse();
            assertThat(result.next()).isFalse();
        }
    }

    @Test
    void updatesCountRows() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute("CREATE TABLE t (a Int32, b String) ENGINE MergeTree ORDER BY a"))
                    .isFalse();
            assertThat(statement.getUpdateCount()).isZero();
            assertThat(statement.executeUpdate("INSERT INTO t VALUES (1, 'x'), (2, 'y')"))
                    .isEqualTo(statement.getUpdateCount());
            assertThat(statement.execute("SELECT count() FROM t")).isTrue();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
        }
    }

    @Test
    void errorsHaveStatesAndCodes() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELEC 1"))
                    .isInstanceOfSatisfying(SQLSyntaxErrorException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("42000");
                        assertThat(e.getErrorCode()).isEqualTo(62);
                    });
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nowhere_to_be_found"))
                    .isInstanceOfSatisfying(SQLSyntaxErrorException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("42S02");
                        assertThat(e.getErrorCode()).isEqualTo(60);
                    });
        }
    }

    @Test
    void parametersAreBoundByTheServer() throws SQLException {
        String odd = "it's \\ a \"?\" {fn x} \n\t -- ünïcödé \uD83D\uDE00";
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT ?, ?, ?, ?, ?, '?', 1 ? 2 : ? /* ? */ LIMIT ?")) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(7);
            statement.setString(1, odd);
            statement.setInt(2, -7);
            statement.setBytes(3, new byte[] {(byte) 0xFF, (byte) 0xFE, 1});
            statement.setObject(4, LocalDate.of(2024, 2, 29));
            statement.setNull(5, Types.VARCHAR);
            statement.setLong(6, 9);
            statement.setInt(7, 5);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo(odd);
                assertThat(result.getInt(2)).isEqualTo(-7);
                assertThat(result.getBytes(3)).containsExactly(0xFF, 0xFE, 1);
                assertThat(result.getObject(4, LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
                assertThat(result.getString(5)).isNull();
                assertThat(result.getString(6)).isEqualTo("?");
                assertThat(result.getInt(7)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 WHERE 0",
                "/* SET */ (SELECT 1)",
                "WITH 1 AS x SELECT x WHERE x = 2",
                "FROM numbers(0) SELECT number",
                "EXPLAIN SELECT 1",
                "EXISTS nowhere_to_be_found",
                "SHOW TABLES LIKE 'nothing like it'",
                "DESCRIBE TABLE (SELECT 1 AS a)"
            })
    void theAnswerTellsThatThereIsAResult(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isTrue();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            assertThat(statement.getResultSet()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE s (a Int32) ENGINE = Memory",
                "SET max_threads = 2",
                "INSERT INTO FUNCTION null('a Int8') SELECT 1",
                "WITH 5 AS x INSERT INTO FUNCTION null('a UInt8') SELECT x",
                "KILL QUERY WHERE 0"
            })
    void theAnswerTellsThatThereIsNoResult(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(sql.contains("INSERT") ? 1 : 0);
            assertThat(statement.getResultSet()).isNull();
        }
    }

    @Test
    void batchesBecomeColumns() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE t (a Int32, b String, c Nullable(DateTime64(3, 'Asia/Tokyo')), d Float64 DEFAULT 7)"
                            + " ENGINE MergeTree ORDER BY a");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (b, a, c) VALUES (?, ?, ?)")) {
            for (int i = 0; i < 1000; i++) {
                insert.setString(1, "b" + i);
                insert.setInt(2, i);
                insert.setTimestamp(3, i % 2 == 0 ? null : Timestamp.from(Instant.ofEpochMilli(1000L * i + 7)));
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(1000).containsOnly(1);
            assertThat(insert.executeBatch()).isEmpty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT sum(a), countIf(b = concat('b', toString(a))),"
                        + " countIf(toUnixTimestamp64Milli(assumeNotNull(c)) = 1000 * a + 7), sum(d) FROM t")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(1)).isEqualTo(499_500);
            assertThat(result.getLong(2)).isEqualTo(1000);
            assertThat(result.getLong(3)).isEqualTo(500);
            assertThat(result.getDouble(4)).isEqualTo(7000);
        }
    }

    @Test
    void insertsMayComputeSomeValues() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t (a Int32, b String, c UInt8) ENGINE MergeTree ORDER BY a");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO t VALUES (?, lower(concat(?, 'X', ?)), 3)")) {
            insert.setInt(1, 1);
            insert.setString(2, "A");
            insert.setString(3, "B");
            insert.addBatch();
            insert.setInt(1, 2);
            insert.setString(2, "C");
            insert.setString(3, "D");
            insert.addBatch();
            assertThat(insert.executeBatch()).hasSize(2);
        }
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT groupArray((a, b, c)) FROM (SELECT * FROM t ORDER BY a)")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("[(1,'axb',3),(2,'cxd',3)]");
        }
    }

    @Test
    void aBatchKeepsRowsWhoseComputedValuesHaveOtherTypes() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t (a Int32, b String) ENGINE MergeTree ORDER BY a");
        }
        Object[] values = {1, "x", null, new BigDecimal("2.50"), "y", LocalDate.of(2024, 2, 29)};
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO t VALUES (?, ifNull(toString(?), 'none'))")) {
            for (int i = 0; i < values.length; i++) {
                insert.setInt(1, i);
                insert.setObject(2, values[i]);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).containsOnly(1).hasSize(values.length);
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT groupArray(b) FROM (SELECT b FROM t ORDER BY a)")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("['1','x','none','2.5','y','2024-02-29']");
        }
    }

    @Test
    void aParameterOfABatchMayChangeItsClass() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t (a Int32, b String) ENGINE MergeTree ORDER BY a");
        }
        Object[] values = {"x", CharBuffer.wrap("y"), "z", 'c', TimeUnit.DAYS, "x", TimeUnit.HOURS};
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
            for (int i = 0; i < 2 * values.length; i++) {
                insert.setInt(1, i);
                insert.setObject(2, values[i % values.length]);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(2 * values.length);
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT groupArray(b) FROM (SELECT b FROM t ORDER BY a)")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1))
                    .isEqualTo("['x','y','z','c','DAYS','x','HOURS','x','y','z','c','DAYS','x','HOURS']");
        }
    }

    @Test
    void aRowThatIsWrittenAtOnceLeavesTheBatchAlone() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t (a Int32) ENGINE MergeTree ORDER BY a");
            statement.executeUpdate(
                    "CREATE MATERIALIZED VIEW v ENGINE MergeTree ORDER BY b AS SELECT a + 1 AS b FROM t");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)");
                Statement statement = connection.createStatement()) {
            insert.setInt(1, 1);
            insert.addBatch();
            insert.setInt(1, 2);
            assertThat(insert.executeUpdate()).isEqualTo(1);
            try (ResultSet result = statement.executeQuery("SELECT groupArray(a) FROM t")) {
                result.next();
                assertThat(result.getString(1)).isEqualTo("[2]");
            }
            insert.setInt(1, 3);
            insert.addBatch();
            assertThat(insert.executeBatch()).containsExactly(1, 1);
            assertThat(insert.executeBatch()).isEmpty();
            insert.addBatch();
            insert.clearBatch();
            assertThat(insert.executeBatch()).isEmpty();
            try (ResultSet result = statement.executeQuery("SELECT arraySort(groupArray(a)) FROM t")) {
                result.next();
                assertThat(result.getString(1)).isEqualTo("[1,2,3]");
            }
        }
    }

    @Test
    void aScrollableResultGoesToAndFro() throws SQLException {
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet result =
                        statement.executeQuery("SELECT number FROM numbers(1000) SETTINGS max_block_size = 100")) {
            assertThat(result.isBeforeFirst()).isTrue();
            assertThat(result.last()).isTrue();
            assertThat(result.getLong(1)).isEqualTo(999);
            assertThat(result.getRow()).isEqualTo(1000);
            assertThat(result.absolute(100)).isTrue();
            assertThat(result.getLong(1)).isEqualTo(99);
            assertThat(result.relative(1)).isTrue();
            assertThat(result.getLong(1)).isEqualTo(100);
            assertThat(result.previous()).isTrue();
            assertThat(result.getLong(1)).isEqualTo(99);
            assertThat(result.absolute(-1)).isTrue();
            assertThat(result.getLong(1)).isEqualTo(999);
            assertThat(result.next()).isFalse();
            assertThat(result.isAfterLast()).isTrue();
            result.beforeFirst();
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(1)).isZero();
        }
    }

    @Test
    void maxRowsAreCountedHere() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(12);
            try (ResultSet result =
                    statement.executeQuery("SELECT number FROM numbers(1000000) SETTINGS max_block_size = 5")) {
                int rows = 0;
                while (result.next()) {
                    rows++;
                    assertThat(result.isLast()).isEqualTo(rows == 12);
                }
                assertThat(rows).isEqualTo(12);
            }
        }
    }

    @Test
    void metadataListsTablesColumnsAndKeys() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE odd_name (`a b` Int32 COMMENT 'first', c Nullable(Decimal(10, 2)) DEFAULT 1,"
                            + " d Array(Nullable(String)), e String MATERIALIZED 'x', INDEX i c TYPE minmax)"
                            + " ENGINE MergeTree ORDER BY (`a b`, cityHash64(`a b`, e)) COMMENT 'odd'");
            statement.executeUpdate("CREATE TABLE oddXname (a Int32) ENGINE MergeTree ORDER BY a");
            statement.executeUpdate("CREATE VIEW v AS SELECT 1 AS x");
        }
        DatabaseMetaData metadata = connection.getMetaData();
        assertThat(metadata.getDatabaseProductName()).isEqualTo("ClickHouse");
        assertThat(metadata.getDatabaseMajorVersion()).isPositive();
        try (ResultSet tables = metadata.getTables(null, database, "odd\\_%", new String[] {"TABLE"})) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString("TABLE_SCHEM")).isEqualTo(database);
            assertThat(tables.getString("TABLE_NAME")).isEqualTo("odd_name");
            assertThat(tables.getString("TABLE_TYPE")).isEqualTo("TABLE");
            assertThat(tables.getString("REMARKS")).isEqualTo("odd");
            assertThat(tables.next()).isFalse();
        }
        try (ResultSet columns = metadata.getColumns(null, database, "odd\\_name", "%")) {
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("COLUMN_NAME")).isEqualTo("a b");
            assertThat(columns.getInt("DATA_TYPE")).isEqualTo(Types.INTEGER);
            assertThat(columns.getString("REMARKS")).isEqualTo("first");
            assertThat(columns.getInt("ORDINAL_POSITION")).isEqualTo(1);
            assertThat(columns.next()).isTrue();
            assertThat(columns.getInt("COLUMN_SIZE")).isEqualTo(10);
            assertThat(columns.getInt("DECIMAL_DIGITS")).isEqualTo(2);
            assertThat(columns.getString("IS_NULLABLE")).isEqualTo("YES");
            assertThat(columns.getString("COLUMN_DEF")).isEqualTo("1");
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("IS_NULLABLE")).isEqualTo("NO");
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("IS_GENERATEDCOLUMN")).isEqualTo("YES");
            assertThat(columns.next()).isFalse();
        }
        try (ResultSet keys = metadata.getPrimaryKeys(null, database, "odd_name")) {
            assertThat(keys.next()).isTrue();
            assertThat(keys.getString("COLUMN_NAME")).isEqualTo("a b");
            assertThat(keys.getShort("KEY_SEQ")).isEqualTo((short) 1);
        }
        try (ResultSet indexes = metadata.getIndexInfo(null, database, "odd_name", false, false)) {
            assertThat(indexes.next()).isTrue();
            assertThat(indexes.getString("INDEX_NAME")).isEqualTo("i");
        }
        try (ResultSet types = metadata.getTypeInfo()) {
            int previous = Integer.MIN_VALUE;
            while (types.next()) {
                assertThat(types.getInt("DATA_TYPE")).isGreaterThanOrEqualTo(previous);
                previous = types.getInt("DATA_TYPE");
            }
            assertThat(previous).isPositive();
        }
        assertThat(metadata.getSQLKeywords()).contains("SELECT");
        assertThat(metadata.getNumericFunctions()).contains("sqrt");
        assertThat(metadata.getTimeDateFunctions()).contains("toStartOfDay");
    }

    @Test
    void tenThousandRandomTextsComeBackUnchanged() throws SQLException {
        Random random = new Random(20261124);
        String alphabet = "ab'\"`\\?{}:$\t\n\r\0 -/*#;%_\u00e9\u4e2d";
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT arrayMap((x, y) -> (x, y), ?, ?) AS pairs, ?, ? /* ? */, '?', -- ?\n ?")) {
            for (int round = 0; round < 100; round++) {
                String[] many = new String[96];
                for (int i = 0; i < many.length; i++) {
                    many[i] = text(random, alphabet);
                }
                Long[] numbers = random.longs(many.length).boxed().toArray(Long[]::new);
                String[] few = {text(random, alphabet), text(random, alphabet), text(random, alphabet)};
                double number = Double.longBitsToDouble(random.nextLong());
                statement.setObject(1, many);
                statement.setObject(2, numbers);
                statement.setString(3, few[0]);
                statement.setObject(4, few[1] + few[2]);
                statement.setDouble(5, number);
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    List<?> pairs = result.getObject(1, List.class);
                    for (int i = 0; i < many.length; i++) {
                        assertThat(pairs.get(i)).isEqualTo(List.of(many[i], numbers[i]));
                    }
                    assertThat(result.getString(2)).isEqualTo(few[0]);
                    assertThat(result.getString(3)).isEqualTo(few[1] + few[2]);
                    assertThat(result.getString(4)).isEqualTo("?");
                    assertThat(result.getDouble(5)).isEqualTo(number);
                }
            }
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            if (random.nextInt(20) == 0) {
                text.appendCodePoint(0x1F600 + random.nextInt(60));
            } else {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return text.toString();
    }
}
