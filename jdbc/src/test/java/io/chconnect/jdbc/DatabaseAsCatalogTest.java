package io.chconnect.jdbc;

import static io.chconnect.jdbc.Sql.execute;
import static io.chconnect.jdbc.Sql.row;
import static io.chconnect.jdbc.Sql.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With {@code database_term=catalog} metadata has databases as catalogs, and no schemas. */
class DatabaseAsCatalogTest extends BothTransports {
    private static final String DATABASE = "DatabaseAsCatalogTest";
    private final String httpUrl;

    DatabaseAsCatalogTest(ClickHouseServer server) {
        super(server);
        httpUrl = "jdbc:clickhouse:" + server.url();
    }

    @ParameterizedTest
    @EnumSource
    void databasesAreCatalogsAndThereAreNoSchemas(Over transport) throws SQLException {
        try (Connection connection = catalogs(transport)) {
            DatabaseMetaData metadata = connection.getMetaData();
            assertThat(metadata.getCatalogTerm()).isEqualTo("database");
            assertThat(rows(metadata.getCatalogs()))
                    .contains(row("TABLE_CAT", DATABASE), row("TABLE_CAT", "system"))
                    .isSortedAccordingTo((left, right) -> left.get("TABLE_CAT")
                            .toString()
                            .compareTo(right.get("TABLE_CAT").toString()));
            assertThat(rows(metadata.getSchemas())).isEmpty();
            assertThat(rows(metadata.getSchemas(null, "%"))).isEmpty();

            connection.setCatalog("system");
            assertThat(connection.getCatalog()).isEqualTo("system");
            assertThat(connection.getSchema()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsNameTheCatalogAndItsNameIsNoPattern(Over transport) throws SQLException {
        execute(
                connection(transport),
                "CREATE TABLE in_catalog (a Int32, INDEX skip a TYPE minmax) ENGINE = MergeTree ORDER BY a");
        try (Connection connection = catalogs(transport)) {
            DatabaseMetaData metadata = connection.getMetaData();
            for (List<Map<String, Object>> each : List.of(
                    rows(metadata.getTables(DATABASE, null, "in\\_catalog", null)),
                    rows(metadata.getColumns(DATABASE, "%", "in\\_catalog", "%")),
                    rows(metadata.getPrimaryKeys(DATABASE, null, "in_catalog")),
                    rows(metadata.getIndexInfo(DATABASE, null, "in_catalog", false, true)))) {
                assertThat(each)
                        .hasSize(1)
                        .first(InstanceOfAssertFactories.MAP)
                        .containsEntry("TABLE_CAT", DATABASE)
                        .containsEntry("TABLE_SCHEM", null)
                        .containsEntry("TABLE_NAME", "in_catalog");
            }
            assertThat(rows(metadata.getTables("DatabaseAs%", null, "%", null))).isEmpty();
            assertThat(rows(metadata.getColumns("DatabaseAsCatalogTes_", null, "%", "%")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void functionsBelongToNoCatalog(Over transport) throws SQLException {
        try (Connection connection = catalogs(transport)) {
            DatabaseMetaData metadata = connection.getMetaData();
            assertThat(rows(metadata.getFunctions(null, "any", "toUInt64"))).hasSize(1);
            assertThat(rows(metadata.getFunctions("", null, "toUInt64"))).hasSize(1);
            assertThat(rows(metadata.getFunctions("system", null, "toUInt64"))).isEmpty();
            assertThat(rows(metadata.getFunctions("%", null, "toUInt64"))).isEmpty();
        }
    }

    private Connection catalogs(Over transport) throws SQLException {
        String url = transport == Over.HTTP ? httpUrl : "jdbc:chdb:memory";
        return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "database_term=catalog");
    }
}
