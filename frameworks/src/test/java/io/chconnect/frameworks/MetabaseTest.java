package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Metabase asks of a driver when a database is added, synchronized and queried, in its order. The calls are those of the
 * public sources of metabase/metabase: {@code modules/drivers/clickhouse/src/metabase/driver/clickhouse.clj},
 * {@code clickhouse_introspection.clj}, {@code clickhouse_version.clj} and {@code clickhouse_qp.clj}, and beneath them
 * {@code src/metabase/driver/sql_jdbc/connection.clj}, {@code execute.clj} and {@code sync/describe_table.clj}.
 */
@Timeout(120)
@ClickHouseServerTest
class MetabaseTest {
    private static final String[] TABLE_TYPES = {
        "TABLE", "VIEW", "FOREIGN TABLE", "REMOTE TABLE", "DICTIONARY", "MATERIALIZED VIEW", "MEMORY TABLE", "LOG TABLE"
    };

    private final ClickHouseServer server;

    MetabaseTest(ClickHouseServer server) {
        this.server = server;
    }

    /** execute.clj, set-default-connection-options!; then can-connect?, db-default-timezone, get-clickhouse-version. */
    @ParameterizedTest
    @EnumSource
    void aDatabaseIsAdded(Place place) throws SQLException {
        try (Connection connection = metabase(place)) {
            assertThat(connection.isValid(10)).isTrue();
            assertThat(connection.isReadOnly()).isTrue();
            assertThat(rows(connection, "SELECT 1")).containsExactly("1");
            assertThat(rows(connection, "SELECT timezone() AS tz"))
                    .singleElement()
                    .asString()
                    .isNotBlank();
            assertThat(rows(
                            connection,
                            "WITH s AS (SELECT version() AS ver, splitByChar('.', ver) AS verSplit)"
                                    + " SELECT s.ver, toInt32(verSplit[1]), toInt32(verSplit[2]) FROM s"))
                    .singleElement()
                    .asString()
                    .matches("26\\.[0-9.]+ 26 \\d+");
            assertThat(rows(connection, "SELECT value='1' FROM system.settings WHERE name='cloud_mode'"))
                    .containsExactly("0");
            assertThat(rows(connection, "SELECT count() = 0 FROM system.clusters WHERE is_local = 0"))
                    .hasSize(1);
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT count(*) > 0 FROM system.databases WHERE name = ?")) {
                statement.setString(1, "default");
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getBoolean(1)).isTrue();
                }
            }
        }
    }

    /** clickhouse_introspection.clj, get-tables-from-metadata; describe_table.clj, jdbc-fields-metadata and the keys. */
    @ParameterizedTest
    @EnumSource
    void itsTablesAreSynchronized(Place place) throws SQLException {
        create(place, "metabase_sync");
        try (Connection connection = metabase(place)) {
            DatabaseMetaData meta = connection.getMetaData();
            assertThat(rows(
                            meta.getTables(null, "metabase_sync", "%", TABLE_TYPES),
                            "TABLE_SCHEM",
                            "TABLE_NAME",
                            "REMARKS"))
                    .containsExactlyInAnyOrder(
                            "metabase_sync orders what was sold", "metabase_sync sums ", "metabase_sync by_day ");
            assertThat(rows(meta.getTables(null, "%", "%", TABLE_TYPES), "TABLE_SCHEM"))
                    .contains("metabase_sync")
                    .doesNotContain("system");
            assertThat(rows(
                            meta.getColumns(null, "metabase\\_sync", "orders", null),
                            "COLUMN_NAME",
                            "TYPE_NAME",
                            "NULLABLE",
                            "COLUMN_DEF",
                            "IS_AUTOINCREMENT",
                            "REMARKS"))
                    .containsExactly(
                            "id UInt64 0 null NO ",
                            "day Date 0 null NO ",
                            "at DateTime64(3, 'Europe/Amsterdam') 0 null NO ",
                            "state Enum8('open' = 1, 'closed' = 2) 0 null NO ",
                            "amount Nullable(Decimal(10, 2)) 1 null NO in euros",
                            "customer LowCardinality(Nullable(String)) 1 null NO ",
                            "uid UUID 0 generateUUIDv4() NO ",
                            "v4 IPv4 0 null NO ",
                            "v6 IPv6 0 null NO ",
                            "tags Array(String) 0 null NO ",
                            "paid Bool 0 null NO ");
            assertThat(rows(meta.getPrimaryKeys(null, "metabase_sync", "orders"), "COLUMN_NAME"))
                    .containsExactly("id");
            assertThat(rows(meta.getImportedKeys(null, "metabase_sync", "orders"), "FKCOLUMN_NAME"))
                    .isEmpty();
            assertThat(rows(meta.getIndexInfo(null, "metabase_sync", "orders", false, false), "COLUMN_NAME"))
                    .isNotNull();
            assertThat(rows(connection, "SELECT * FROM `metabase_sync`.`orders` WHERE 1 <> 1 LIMIT 0"))
                    .isEmpty();
        }
    }

    /** clickhouse_qp.clj: every read-column-thunk, chosen by the JDBC type of the column. */
    @ParameterizedTest
    @EnumSource
    void aQuestionIsAnswered(Place place) throws SQLException {
        create(place, "metabase_qp");
        String sql = "-- Metabase:: userID: 1 queryType: MBQL queryHash: abc\n"
                + "SELECT `metabase_qp`.`orders`.*, toInt8(-1) AS tiny, toInt16(-2) AS small, toUInt8(200) AS byte,"
                + " toInt64(7) AS big, count() OVER () AS `count` FROM `metabase_qp`.`orders` ORDER BY id LIMIT 1048575";
        try (Connection connection = metabase(place);
                Statement statement = connection.createStatement(
                        ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT)) {
            prepare(statement);
            assertThat(statement.execute(sql)).isTrue();
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.getResultSet()) {
                ResultSetMetaData meta = result.getMetaData();
                while (result.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int column = 1; column <= meta.getColumnCount(); column++) {
                        row.add(value(result, meta, column));
                    }
                    rows.add(row);
                }
            }

            ZoneOffset utc = ZoneOffset.UTC;
            assertThat(rows.get(0).subList(0, 6))
                    .containsExactly(
                            BigDecimal.ONE,
                            LocalDate.of(2001, 3, 25),
                            OffsetDateTime.of(2001, 3, 25, 1, 30, 0, 250_000_000, utc),
                            "open",
                            new BigDecimal("12.50"),
                            "o'neill");
            assertThat(rows.get(0).get(6)).asString().hasSize(36);
            assertThat(rows.get(0).subList(7, 11)).containsExactly("127.0.0.1", "::1", "[a, b]", true);
            assertThat(rows.get(0).subList(11, 16))
                    .extracting(String::valueOf)
                    .containsExactly("-1", "-2", "200", "7", "2");
            assertThat(rows.get(1).subList(4, 6)).containsExactly(null, null);
        }
    }

    /** execute.clj, set-parameter: the classes and JDBC types of the values of filters. */
    @ParameterizedTest
    @EnumSource
    void filtersAreParameters(Place place) throws SQLException {
        create(place, "metabase_filters");
        String sql = "SELECT count(*) AS `count` FROM `metabase_filters`.`orders` WHERE `customer` = ? AND `day` = ?"
                + " AND `at` >= ? AND `at` < ? AND `id` IN (?, ?) AND `paid` = ?";
        try (Connection connection = metabase(place);
                PreparedStatement statement = connection.prepareStatement(
                        sql,
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY,
                        ResultSet.CLOSE_CURSORS_AT_COMMIT)) {
            prepare(statement);
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(7);
            statement.setObject(1, "o'neill");
            statement.setObject(2, LocalDate.of(2001, 3, 25), Types.DATE);
            statement.setObject(3, LocalDateTime.of(2001, 3, 24, 3, 30), Types.TIMESTAMP);
            statement.setObject(
                    4, OffsetDateTime.of(2001, 3, 25, 1, 30, 1, 0, ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(5, 1L);
            statement.setObject(6, 2L);
            statement.setObject(7, true);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.getMetaData().getColumnLabel(1)).isEqualTo("count");
                assertThat(result.next()).isTrue();
                assertThat(result.getLong(1)).isOne();
            }
        }
    }

    /** clickhouse.clj, table-known-to-not-exist?: by the message, which begins with the code in the official driver. */
    @ParameterizedTest
    @EnumSource
    void aMissingTableIsKnownByItsCode(Place place) throws SQLException {
        try (Connection connection = metabase(place);
                Statement statement = connection.createStatement()) {
            try {
                statement.execute("SELECT * FROM `default`.`no_such_table`");
                throw new AssertionError("the table exists");
            } catch (SQLException e) {
                assertThat(e.getErrorCode()).isEqualTo(60);
                assertThat(e.getSQLState()).startsWith("42");
            }
        }
    }

    /** The way in which each column is read there. */
    private static Object value(ResultSet result, ResultSetMetaData meta, int column) throws SQLException {
        String type = meta.getColumnTypeName(column);
        return switch (meta.getColumnType(column)) {
            case Types.BIGINT -> nullable(result, result.getBigDecimal(column));
            case Types.INTEGER -> nullable(result, result.getLong(column));
            case Types.NUMERIC, Types.DECIMAL ->
                meta.getColumnLabel(column).equals("count")
                        ? Long.valueOf(result.getLong(column))
                        : (Object) result.getBigDecimal(column);
            case Types.DATE -> mapped(result.getDate(column), java.sql.Date::toLocalDate);
            case Types.TIMESTAMP ->
                mapped(
                        result.getObject(column, ZonedDateTime.class),
                        time -> time.withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime());
            case Types.TIMESTAMP_WITH_TIMEZONE ->
                mapped(
                        result.getObject(column, OffsetDateTime.class),
                        time -> time.withOffsetSameInstant(ZoneOffset.UTC));
            case Types.ARRAY ->
                Arrays.deepToString((Object[]) result.getArray(column).getArray());
            case Types.OTHER ->
                switch (type) {
                    case "IPv4" -> result.getObject(column, Inet4Address.class).getHostAddress();
                    case "IPv6" ->
                        result.getObject(column, Inet6Address.class)
                                .getHostAddress()
                                .replaceFirst("^(0:){7}", "::");
                    default -> result.getObject(column);
                };
            case Types.VARCHAR -> type.startsWith("Enum") ? result.getString(column) : result.getObject(column);
            default -> result.getObject(column);
        };
    }

    private static <T> Object mapped(T value, Function<T, Object> mapping) {
        if (value == null) {
            return null;
        }
        return mapping.apply(value);
    }

    private static Object nullable(ResultSet result, Object value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private static void prepare(Statement statement) throws SQLException {
        statement.setFetchDirection(ResultSet.FETCH_FORWARD);
        if (statement.getFetchSize() == 0) {
            statement.setFetchSize(500);
        }
        statement.setMaxRows(1_048_575);
    }

    /** A connection with the options that are set on each one. */
    private Connection metabase(Place place) throws SQLException {
        Connection connection = place.dataSource(server).getConnection();
        DatabaseMetaData meta = connection.getMetaData();
        for (int level : new int[] {
            Connection.TRANSACTION_READ_UNCOMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_READ_COMMITTED
        }) {
            if (meta.supportsTransactionIsolationLevel(level)) {
                connection.setTransactionIsolation(level);
                break;
            }
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(true);
        connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        return connection;
    }

    private void create(Place place, String database) throws SQLException {
        try (Connection connection = place.dataSource(server).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " ENGINE = Atomic");
            statement.execute(
                    "CREATE TABLE " + database + ".orders (id UInt64, day Date, at DateTime64(3, 'Europe/Amsterdam'),"
                            + " state Enum8('open' = 1, 'closed' = 2), amount Nullable(Decimal(10, 2)) COMMENT 'in euros',"
                            + " customer LowCardinality(Nullable(String)), uid UUID DEFAULT generateUUIDv4(), v4 IPv4, v6 IPv6,"
                            + " tags Array(String), paid Bool) ENGINE = MergeTree ORDER BY id COMMENT 'what was sold'");
            statement.execute(
                    "INSERT INTO " + database + ".orders (* EXCEPT(uid)) VALUES"
                            + " (1, '2001-03-25', '2001-03-25 03:30:00.250', 'open', 12.5, 'o\\'neill', '127.0.0.1', '::1', ['a', 'b'],"
                            + " true), (2, '2001-03-26', '2001-03-26 00:00:00', 'closed', NULL, NULL, '0.0.0.0', '::', [], false)");
            statement.execute(
                    "CREATE VIEW " + database + ".sums AS SELECT sum(amount) AS total FROM " + database + ".orders");
            statement.execute("CREATE MATERIALIZED VIEW " + database
                    + ".by_day ENGINE = MergeTree ORDER BY day AS SELECT day, id FROM " + database + ".orders");
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            String[] labels = new String[result.getMetaData().getColumnCount()];
            for (int column = 0; column < labels.length; column++) {
                labels[column] = result.getMetaData().getColumnLabel(column + 1);
            }
            return rows(result, labels);
        }
    }

    private static List<String> rows(ResultSet result, String... labels) throws SQLException {
        try (result) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (String label : labels) {
                    values.add(result.getString(label));
                }
                String row = String.join(" ", values);
                if (!row.contains(".inner")) {
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
