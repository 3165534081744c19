package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.column;
import static io.chconnect.jdbc.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every flag of {@code DatabaseMetaData} says what the server at hand does. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CapabilitiesContract {
    private Connection connection;

    /** The URL of the driver. */
    abstract String url();

    /** What stands behind {@code CREATE DATABASE} and the name. */
    abstract String databaseEngine();

    /** Ends the server where it is the test's own. */
    void stop() {}

    @BeforeAll
    final void connect() throws SQLException {
        connection = DriverManager.getConnection(url());
    }

    @AfterAll
    final void disconnect() throws SQLException {
        try (Connection last = connection) {
            if (last != null) {
                execute(last, "DROP DATABASE IF EXISTS capabilities");
            }
        } finally {
            stop();
        }
    }

    @Test
    void everyFlagIsChecked() {
        Set<String> flags = new TreeSet<>();
        for (Method method : DatabaseMetaData.class.getMethods()) {
            if (method.getReturnType() == boolean.class && method.getParameterCount() == 0) {
                flags.add(method.getName());
            }
        }
        Set<String> checked = Stream.concat(
                        Capability.ALL.stream().map(Capability::flag), Capability.FIXED.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        checked.addAll(List.of(
                "isReadOnly",
                "nullPlusNonNullIsNull",
                "nullsAreSortedAtEnd",
                "nullsAreSortedAtStart",
                "nullsAreSortedHigh",
                "nullsAreSortedLow"));

        assertThat(checked).isEqualTo(flags);
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void aFlagIsTrueWhereItsStatementsRun(Capability capability) throws Exception {
        execute(connection, "DROP DATABASE IF EXISTS capabilities");
        execute(connection, "CREATE DATABASE capabilities" + databaseEngine());
        try (Connection there = DriverManager.getConnection(url())) {
            there.setSchema("capabilities");
            execute(there, "CREATE TABLE t (a Int32, b Nullable(String)) ENGINE = MergeTree ORDER BY a");
            assertThat(flag(there, capability.flag()))
                    .as(capability.statements().toString())
                    .isEqualTo(runs(there, capability.statements()));
        }
    }

    static List<Capability> capabilities() {
        return Capability.ALL;
    }

    @Test
    void whatNoStatementTellsIsFixed() throws Exception {
        for (Map.Entry<String, Boolean> each : Capability.FIXED.entrySet()) {
            assertThat(flag(connection, each.getKey())).as(each.getKey()).isEqualTo(each.getValue());
        }
        assertThat(runs(connection, List.of("SELECT t.dummy FROM (SELECT dummy FROM system.one) AS t")))
                .isTrue();
    }

    @Test
    void catalogsAndSchemasChangePlaces() throws Exception {
        String url = url() + (url().contains("?") ? "&" : "?") + "database_term=catalog";
        try (Connection catalogs = DriverManager.getConnection(url)) {
            for (String place : List.of(
                    "DataManipulation",
                    "ProcedureCalls",
                    "TableDefinitions",
                    "IndexDefinitions",
                    "PrivilegeDefinitions")) {
                assertThat(flag(catalogs, "supportsCatalogsIn" + place))
                        .isEqualTo(flag(connection, "supportsSchemasIn" + place));
                assertThat(flag(catalogs, "supportsSchemasIn" + place)).isFalse();
            }
        }
    }

    @Test
    void nullsAreAtTheEndHoweverRowsAreSorted() throws Exception {
        DatabaseMetaData metadata = connection.getMetaData();
        for (String order : List.of("ASC", "DESC")) {
            assertThat(column(connection, "SELECT x FROM (SELECT arrayJoin([3, NULL, 1]) AS x) ORDER BY x " + order))
                    .last()
                    .isNull();
        }
        assertThat(metadata.nullsAreSortedAtEnd()).isTrue();
        assertThat(metadata.nullsAreSortedAtStart() || metadata.nullsAreSortedHigh() || metadata.nullsAreSortedLow())
                .isFalse();
        assertThat(column(connection, "SELECT concat('a', NULL)")).containsOnlyNulls();
        assertThat(metadata.nullPlusNonNullIsNull()).isTrue();
    }

    @Test
    void resultsGoForwardOrBothWaysAndAreReadOnly() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        for (int type : IntStream.rangeClosed(ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_SENSITIVE)
                .toArray()) {
            boolean supported = type != ResultSet.TYPE_SCROLL_SENSITIVE;
            try (Statement statement = connection.createStatement(type, ResultSet.CONCUR_UPDATABLE)) {
                assertThat(statement.getResultSetType() == type).isEqualTo(supported);
                assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
            }
            assertThat(metadata.supportsResultSetType(type)).isEqualTo(supported);
            assertThat(metadata.supportsResultSetConcurrency(type, ResultSet.CONCUR_READ_ONLY))
                    .isEqualTo(supported);
            assertThat(metadata.supportsResultSetConcurrency(type, ResultSet.CONCUR_UPDATABLE))
                    .isFalse();
            assertThat(List.of(
                            metadata.ownInsertsAreVisible(type),
                            metadata.ownUpdatesAreVisible(type),
                            metadata.ownDeletesAreVisible(type),
                            metadata.othersInsertsAreVisible(type),
                            metadata.othersUpdatesAreVisible(type),
                            metadata.othersDeletesAreVisible(type),
                            metadata.insertsAreDetected(type),
                            metadata.updatesAreDetected(type),
                            metadata.deletesAreDetected(type)))
                    .containsOnly(false);
        }
        assertThat(metadata.supportsResultSetHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT))
                .isTrue();
        assertThat(metadata.supportsResultSetHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT))
                .isFalse();
        assertThat(metadata.getResultSetHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
        for (int level : new int[] {
            Connection.TRANSACTION_NONE,
            Connection.TRANSACTION_READ_UNCOMMITTED,
            Connection.TRANSACTION_READ_COMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_SERIALIZABLE
        }) {
            assertThat(metadata.supportsTransactionIsolationLevel(level))
                    .isEqualTo(level == Connection.TRANSACTION_NONE);
        }
        assertThat(metadata.getDefaultTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
        assertThat(metadata.supportsConvert(Types.VARCHAR, Types.INTEGER)).isFalse();
    }

    @Test
    void aLargeObjectIsACopy() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 'abc'")) {
            assertThat(result.next()).isTrue();
            Blob blob = result.getBlob(1);
            blob.setBytes(1, new byte[] {'x'});
            assertThat(blob.getBytes(1, 3)).containsExactly('x', 'b', 'c');
            assertThat(result.getString(1)).isEqualTo("abc");
        }
    }

    private static boolean flag(Connection connection, String name) throws Exception {
        try {
            return (boolean) DatabaseMetaData.class.getMethod(name).invoke(connection.getMetaData());
        } catch (InvocationTargetException e) {
            throw new AssertionError(name, e.getCause());
        }
    }

    private static boolean runs(Connection connection, List<String> statements) {
        try {
            for (String sql : statements) {
                execute(connection, sql);
            }
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(statements + ": " + e.getMessage()).containsPattern("^(42|0A)");
            return false;
        }
    }
}
