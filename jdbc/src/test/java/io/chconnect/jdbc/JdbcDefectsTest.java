package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the official JDBC driver gets wrong, and what its users report. docs/defects.md has the list. */
class JdbcDefectsTest extends BothTransports {
    private final ClickHouseServer server;

    JdbcDefectsTest(ClickHouseServer server) {
        super(server);
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void severalStatementsInOneTextAreAnSqlException(Over transport) throws SQLException {
        try (Statement statement = connection(transport).createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT 1; SELECT 2"))
                    .isInstanceOf(SQLSyntaxErrorException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    @SuppressWarnings("UnnecessaryStringBuilder") // its class is what the test is about
    void aValueOfAClassThatLooksLikeSqlNeverBecomesSql(Over transport) throws SQLException {
        Connection connection = connection(transport);
        execute(connection, "CREATE OR REPLACE TABLE kept (id String) ENGINE = MergeTree ORDER BY id");
        execute(connection, "INSERT INTO kept VALUES ('a'), ('b')");
        List<Object> values =
                List.of(new StringBuilder("a OR 1=1"), "' OR '1'='1", "\\' OR 1=1 --", '\'', Thread.State.NEW);
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM kept WHERE id = ?");
                Statement statement = connection.createStatement()) {
            for (Object value : values) {
                delete.setObject(1, value);
                delete.executeUpdate();
            }
            try (ResultSet result = statement.executeQuery("SELECT count() FROM kept")) {
                result.next();
                assertThat(result.getInt(1)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aBigDecimalStaysADecimalAndInfinityADouble(Over transport) throws SQLException {
        try (PreparedStatement statement =
                connection(transport).prepareStatement("SELECT ? AS a, toTypeName(a), ? AS b, toTypeName(b)")) {
            statement.setBigDecimal(1, new BigDecimal("1E+30"));
            statement.setDouble(2, Double.POSITIVE_INFINITY);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBigDecimal(1)).isEqualByComparingTo("1E+30");
                assertThat(result.getString(2)).isEqualTo("Decimal(31, 0)");
                assertThat(result.getDouble(3)).isEqualTo(Double.POSITIVE_INFINITY);
                assertThat(result.getString(4)).isEqualTo("Float64");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void setTimestampAndSetObjectMeanTheSame(Over transport) throws SQLException {
        Timestamp timestamp = Timestamp.from(Instant.parse("2024-02-29T12:30:00.123456789Z"));
        try (PreparedStatement statement = connection(transport).prepareStatement("SELECT ? = ?, toTypeName(?)")) {
            statement.setTimestamp(1, timestamp);
            statement.setObject(2, timestamp);
            statement.setObject(3, LocalDateTime.parse("2024-02-29T12:30:00"));
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBoolean(1)).isTrue();
                assertThat(result.getString(2)).isEqualTo("DateTime64(3)");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aValueThatLooksLikeAnEscapeOrParameterIsNotReadAgain(Over transport) throws SQLException {
        String odd = "{fn now()} {d '2020-01-01'} ? {p:String} $$ /* -- \t\n\\ \\N NULL [1,2] 'x' \0";
        try (PreparedStatement statement =
                connection(transport).prepareStatement("SELECT ?, [?], map(?, ?), {fn UCASE(?)}, '{fn x}'")) {
            for (int i = 1; i <= 5; i++) {
                statement.setString(i, odd);
            }
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo(odd);
                assertThat((Object) result.getObject(2, List.class)).isEqualTo(List.of(odd));
                assertThat((Object) result.getObject(3, Map.class)).isEqualTo(Map.of(odd, odd));
                assertThat(result.getString(4)).isEqualTo(odd.toUpperCase(java.util.Locale.ROOT));
                assertThat(result.getString(5)).isEqualTo("{fn x}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aBatchGoesIntoTheColumnsItNamesAndOnlyThose(Over transport) throws SQLException {
        Connection connection = connection(transport);
        execute(
                connection,
                "CREATE OR REPLACE TABLE ordered (a Int32, b String, c String DEFAULT 'default', d Array(UInt8))"
                        + " ENGINE = MergeTree ORDER BY a");
        try (PreparedStatement insert = connection.prepareStatement("insert into ordered (b, a, d) values (?, ?, ?)")) {
            insert.setBytes(1, new byte[] {(byte) 0xFF, 0});
            insert.setInt(2, 1);
            insert.setObject(3, new short[] {255});
            insert.addBatch();
            insert.setString(1, "x");
            insert.setInt(2, 2);
            insert.setObject(3, List.of());
            insert.addBatch();
            assertThat(insert.executeBatch()).containsExactly(1, 1);
            assertThat(insert.executeBatch()).isEmpty();
            insert.clearParameters();
            assertThatThrownBy(insert::addBatch).isInstanceOf(SQLException.class);
        }
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT arraySort(groupArray((a, hex(b), c, d))) FROM ordered")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("[(1,'FF00','default',[255]),(2,'78','default',[])]");
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aBatchThatFailsIsGoneAndTellsItsCode(Over transport) throws SQLException {
        Connection connection = connection(transport);
        execute(
                connection,
                "CREATE OR REPLACE TABLE strict (a Int8, CONSTRAINT positive CHECK a > 0) ENGINE = MergeTree ORDER BY a");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO strict VALUES (?)")) {
            insert.setInt(1, 300);
            assertThatThrownBy(insert::addBatch)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("300");
            insert.setInt(1, -1);
            insert.addBatch();
            assertThatThrownBy(insert::executeBatch).isInstanceOfSatisfying(java.sql.BatchUpdateException.class, e -> {
                assertThat(e.getErrorCode()).isEqualTo(469);
                assertThat(e.getSQLState()).isEqualTo("23514");
                assertThat(e.getUpdateCounts()).isEmpty();
            });
            insert.setInt(1, 5);
            insert.addBatch();
            assertThat(insert.executeBatch()).containsExactly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void textIsTheServersAlsoOfContainersAndAddresses(Over transport) throws SQLException {
        String[] expressions = {
            "(1, 'a')",
            "map('k', [1, 2])",
            "toIPv6('::ffff:1.2.3.4')",
            "toIPv4('127.0.0.1')",
            "[[], ['x']]",
            "CAST('{\"a\":{\"b\":1}}', 'JSON')",
            "toDateTime64('2020-01-01 00:00:00.5', 3, 'Asia/Tokyo')",
            "toFloat64(1e100)",
            "toUUID('00000000-0000-0001-0000-000000000002')",
            "toIntervalDay(3)",
            "true",
            "CAST(1, 'Enum8(\\'one\\' = 1)')"
        };
        List<String> columns = new ArrayList<>();
        for (String expression : expressions) {
            columns.add(expression);
            columns.add("toString(" + expression + ")");
        }
        try (Statement statement = connection(transport).createStatement();
                ResultSet result = statement.executeQuery("SELECT " + String.join(", ", columns))) {
            assertThat(result.next()).isTrue();
            for (int i = 1; i <= columns.size(); i += 2) {
                assertThat(result.getString(i)).as(columns.get(i - 1)).isEqualTo(result.getString(i + 1));
            }
        }
    }

    /** Tools show what {@code getObject} gives by its {@code toString}, which puts a slash before a Java address. */
    @ParameterizedTest
    @EnumSource(Over.class)
    void anAddressIsTextUnlessItsClassIsAskedFor(Over transport) throws SQLException {
        try (Statement statement = connection(transport).createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT toIPv4('192.0.2.1') AS four, toIPv6('2001:db8::1') AS six,"
                                + " toIPv6('::ffff:192.0.2.1') AS mapped, [four] AS list, tuple(six) AS pair,"
                                + " CAST(mapped, 'Variant(IPv6, UInt8)') AS any"
                                + " SETTINGS allow_experimental_variant_type = 1")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getObject("four")).isEqualTo("192.0.2.1");
            assertThat(result.getObject("six", Object.class)).isEqualTo("2001:db8::1");
            assertThat(result.getObject("mapped")).isEqualTo("::ffff:192.0.2.1");
            assertThat((String[]) result.getArray("list").getArray()).containsExactly("192.0.2.1");
            assertThat(((Struct) result.getObject("pair")).getAttributes()).containsExactly("2001:db8::1");
            assertThat(result.getObject("any")).isEqualTo("::ffff:192.0.2.1");

            assertThat(result.getObject("four", Inet4Address.class).getAddress())
                    .containsExactly(192, 0, 2, 1);
            assertThat(result.getObject("four", InetAddress.class)).isInstanceOf(Inet4Address.class);
            assertThat(result.getObject("mapped", Inet6Address.class).getAddress())
                    .hasSize(16);
            assertThat(result.getObject("list", Inet4Address[].class)).hasSize(1);

            ResultSetMetaData metadata = result.getMetaData();
            assertThat(metadata.getColumnType(1)).isEqualTo(Types.VARCHAR);
            assertThat(metadata.getColumnTypeName(1)).isEqualTo("IPv4");
            assertThat(metadata.getColumnClassName(2)).isEqualTo("java.lang.String");
            assertThat(metadata.getPrecision(2)).isEqualTo(39);
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void anAddressIsFoundByItsText(Over transport) throws SQLException, UnknownHostException {
        try (PreparedStatement select = connection(transport)
                .prepareStatement(
                        "SELECT toIPv4('192.0.2.1') = ?, toIPv6('2001:db8::1') = ?, toIPv4('192.0.2.1') = ?")) {
            select.setString(1, "192.0.2.1");
            select.setObject(2, "2001:db8::1", Types.VARCHAR);
            select.setObject(3, InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}));
            try (ResultSet result = select.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1) + result.getInt(2) + result.getInt(3))
                        .isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void onlyClassesOfTheJdkAreInsideOfContainers(Over transport) throws SQLException {
        try (Statement statement = connection(transport).createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT [[map('a', (1, ['x']))], []] AS nested, [NULL, 1] AS n," + " map('k', []) AS m")) {
            assertThat(result.next()).isTrue();
            Object[] outer = (Object[]) result.getArray(1).getArray();
            assertThat(outer).hasSize(2);
            assertThat(outer[0].getClass().isArray()).isTrue();
            assertThat((Object) result.getObject(1, List.class))
                    .isEqualTo(List.of(List.of(Map.of("a", List.of((short) 1, List.of("x")))), List.of()));
            assertThat((Object[]) result.getArray(2).getArray()).containsExactly(null, (short) 1);
            assertThat((Object) result.getObject(3, Map.class)).isEqualTo(Map.of("k", List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void numbersAreExactOrRefused(Over transport) throws SQLException {
        try (Statement statement = connection(transport).createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT toUInt64(18446744073709551615) a, toDecimal64('3.7', 1) b,"
                                + " toInt64(300) c, toFloat32(1.1) d, toDecimal128('12345678901234567890.123456789', 9) e,"
                                + " toNullable(toInt32(NULL)) f")) {
            assertThat(result.next()).isTrue();
            assertThatThrownBy(() -> result.getLong(1)).isInstanceOf(SQLException.class);
            assertThat(result.getObject(1)).isEqualTo(new BigInteger("18446744073709551615"));
            assertThatThrownBy(() -> result.getInt(2)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> result.getLong(2)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> result.getByte(3)).isInstanceOf(SQLException.class);
            assertThat(result.getFloat(4)).isEqualTo(1.1f);
            assertThat(result.getBigDecimal(5)).isEqualTo(new BigDecimal("12345678901234567890.123456789"));
            assertThat(result.getInt(6)).isZero();
            assertThat(result.wasNull()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void metadataIsOfTheColumnsAsTheyAre(Over transport) throws SQLException {
        try (Statement statement = connection(transport).createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT [toNullable(1)] a, toDateTime64(0, 6) b, [toNullable(1)] a, 'x' s, toInt8(1) i, toUInt64(1) u")) {
            ResultSetMetaData metadata = result.getMetaData();
            assertThat(metadata.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
            assertThat(metadata.getScale(2)).isEqualTo(6);
            assertThat(metadata.getColumnDisplaySize(2)).isEqualTo(26);
            assertThat(metadata.getColumnDisplaySize(5)).isEqualTo(4);
            assertThat(metadata.isSigned(5)).isTrue();
            assertThat(metadata.isSigned(6)).isFalse();
            assertThat(metadata.getColumnClassName(6)).isEqualTo(BigInteger.class.getName());
            assertThat(metadata.getColumnType(4)).isEqualTo(Types.VARCHAR);
            assertThat(result.findColumn("a")).isEqualTo(1);
            assertThat(result.next()).isTrue();
            assertThat(result.getString("a")).isEqualTo(result.getString(3));
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void metadataTakesPatternsAndKeysAsTheyAre(Over transport) throws SQLException {
        Connection connection = connection(transport);
        execute(
                connection,
                "CREATE OR REPLACE TABLE `it's a 'key'` (a Int32, b Int32, n Array(Nullable(Int8)), t DateTime64(6),"
                        + " m Int32 MATERIALIZED 1) ENGINE = MergeTree ORDER BY (a, cityHash64(a, b))");
        DatabaseMetaData metadata = connection.getMetaData();
        String schema = connection.getSchema();
        try (ResultSet keys = metadata.getPrimaryKeys(null, schema, "it's a 'key'")) {
            assertThat(keys.next()).isTrue();
            assertThat(keys.getString("COLUMN_NAME")).isEqualTo("a");
            if (keys.next()) {
                assertThat(keys.getString("COLUMN_NAME")).isEqualTo("cityHash64(a, b)");
            }
        }
        try (ResultSet tables = metadata.getTables(null, schema, "it's%", null)) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString("TABLE_TYPE")).isEqualTo("TABLE");
        }
        try (ResultSet columns = metadata.getColumns(null, schema, "it's a 'key'", "%")) {
            List<List<Object>> rows = new ArrayList<>();
            while (columns.next()) {
                rows.add(Arrays.asList(
                        columns.getString("COLUMN_NAME"),
                        columns.getString("IS_NULLABLE"),
                        columns.getString("IS_GENERATEDCOLUMN"),
                        columns.getInt("DECIMAL_DIGITS")));
            }
            assertThat(rows)
                    .contains(List.of("n", "NO", "NO", 0), List.of("t", "NO", "NO", 6), List.of("m", "NO", "YES", 0));
        }
        try (ResultSet none = metadata.getFunctions(null, null, "it's %")) {
            assertThat(none.next()).isFalse();
        }
        assertThat(metadata.nullsAreSortedLow() && metadata.nullsAreSortedAtEnd())
                .isFalse();
        assertThat(metadata.storesLowerCaseIdentifiers()).isFalse();
        assertThat(metadata.storesMixedCaseIdentifiers() || metadata.supportsMixedCaseIdentifiers())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void everyTypeOfTheServerHasAnAnswerInTheMetadata(Over transport) throws SQLException {
        try (ResultSet types = connection(transport).getMetaData().getTypeInfo()) {
            List<String> names = new ArrayList<>();
            while (types.next()) {
                names.add(types.getString("TYPE_NAME"));
                assertThat(types.getObject("DATA_TYPE"))
                        .as(names.get(names.size() - 1))
                        .isNotNull();
            }
            assertThat(names)
                    .contains("UInt64", "String", "DateTime64", "IPv6", "JSON", "Array")
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH x AS (SELECT 1 AS a) SELECT a, ? FROM x",
                "SELECT a, ? FROM (SELECT 1 AS a) WHERE a = 1 QUALIFY row_number() OVER () = 1",
                "SELECT 1 AS select, ? AS `from`",
                "SELECT map('a', 1)['a'], ?::String",
                "FROM numbers(1) SELECT number, ?",
                "SELECT 1, ? SETTINGS max_threads = 1 -- the end",
                "(SELECT 1, ?) UNION ALL (SELECT 1, 'x')",
                "EXPLAIN SELECT 1, ?",
                "SELECT $$ ? 'it''s' $$ AS x, ? FROM view(SELECT 1)"
            })
    void whateverTheServerUnderstandsRuns(String sql) throws SQLException {
        for (Over transport : Over.values()) {
            try (PreparedStatement statement = connection(transport).prepareStatement(sql)) {
                statement.setString(1, "x");
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void aLongParameterIsNoProblem(Over transport) throws SQLException {
        String large = "x'".repeat(40_000);
        try (PreparedStatement statement = connection(transport).prepareStatement("SELECT length(?), ? = ?")) {
            statement.setString(1, large);
            statement.setString(2, large);
            statement.setString(3, large);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1)).isEqualTo(80_000);
                assertThat(result.getBoolean(2)).isTrue();
            }
        }
    }

    @Test
    void settingsOfTheUserStayAsTheyAre() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:chconnect:" + server.url()
                        + "?clickhouse_setting_async_insert=1&clickhouse_setting_wait_for_async_insert=0");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS asynchronous ENGINE = Atomic");
            statement.execute("CREATE OR REPLACE TABLE asynchronous.t (a Int32) ENGINE = MergeTree ORDER BY a");
            try (ResultSet result = statement.executeQuery("SELECT getSetting('async_insert')")) {
                result.next();
                assertThat(result.getBoolean(1)).isTrue();
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO asynchronous.t VALUES (?)")) {
                insert.setInt(1, 1);
                insert.addBatch();
                assertThat(insert.executeBatch()[0]).isIn(1, Statement.SUCCESS_NO_INFO);
            }
        }
    }

    @Test
    void aReadOnlyUserMaySetMaxRows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:chconnect:" + server.url() + "?clickhouse_setting_readonly=1");
                Statement statement = connection.createStatement()) {
            statement.setMaxRows(3);
            statement.setQueryTimeout(30);
            try (ResultSet result = statement.executeQuery("SELECT number FROM numbers(10)")) {
                int rows = 0;
                while (result.next()) {
                    rows++;
                }
                assertThat(rows).isEqualTo(3);
            }
            assertThatThrownBy(() -> statement.execute("CREATE DATABASE forbidden"))
                    .isInstanceOfSatisfying(SQLException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("25006");
                        assertThat(e.getErrorCode()).isEqualTo(164);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void callsOfFrameworksAreAnswered(Over transport) throws SQLException {
        Connection connection = connection(transport);
        try (PreparedStatement statement = connection.prepareStatement("SELECT ?, ?", Statement.NO_GENERATED_KEYS)) {
            statement.setObject(1, "7", Types.INTEGER);
            statement.setObject(2, 7.25, Types.DECIMAL, 1);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getObject(1, Long.class)).isEqualTo(7L);
                assertThat(result.getObject(1, String.class)).isEqualTo("7");
                assertThat(result.getBigDecimal(2)).isEqualByComparingTo("7.3");
            }
            assertThatThrownBy(() -> connection.prepareCall("{call f()}"))
                    .isInstanceOf(SQLFeatureNotSupportedException.class);
        }
    }
}
