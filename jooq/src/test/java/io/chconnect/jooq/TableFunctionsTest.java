package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import io.chconnect.engine.ClickHouseServer;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Functions in place of tables. Those that need another server or a store are parsed by the engine, all others run; {@link
 * ClusterTest} runs those that need another server.
 */
@DatabaseTest
class TableFunctionsTest {
    private static final String HOSTILE = "it's \\\\ ? {x:String}";

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    TableFunctionsTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
    }

    private String rows(Table<?> table) {
        return Trial.rows(dsl.select().from(table).fetch());
    }

    @Test
    void numbersAndValuesAreThere() {
        assertThat(rows(TableFunctions.numbers(2))).isEqualTo("0 | 1");
        assertThat(rows(TableFunctions.numbers(3, 2).as("n"))).isEqualTo("3 | 4");
        assertThat(rows(TableFunctions.values("a UInt8, b String", row(1, HOSTILE), row(2, "b"))))
                .isEqualTo("1," + HOSTILE + " | 2,b");
        assertThat(rows(TableFunctions.call("generateSeries", 1, 5, 2))).isEqualTo("1 | 3 | 5");
        assertThat(rows(TableFunctions.view(select(inline(7))))).isEqualTo("7");
        assertThat(rows(TableFunctions.call("null", "x UInt8"))).isEmpty();
    }

    @Test
    void urlsAreRead(ClickHouseServer server) {
        String url = server.url() + (server.url().contains("?") ? "&" : "/?") + "query=select+1%2C'it''s'";
        assertThat(rows(TableFunctions.url(url, "TSV", "a UInt8, b String"))).isEqualTo("1,it's");
    }

    @Test
    void filesAreWrittenAndRead() {
        String path = database.name() + "_file.csv";
        Table<Record> file = TableFunctions.file(path, "CSV", "a UInt8, b String");
        dsl.execute(
                "insert into function {0} select 1, {1} settings engine_file_truncate_on_insert = 1",
                sql("file({0}, 'CSV', 'a UInt8, b String')", inline(path)), inline(HOSTILE));
        assertThat(rows(file)).isEqualTo("1," + HOSTILE);
        assertThat(Trial.rows(dsl.select(count())
                        .from(file.as("f"))
                        .where(field(name("f", "b"), String.class).eq(HOSTILE))
                        .fetch()))
                .isEqualTo("1");
    }

    @Test
    void tablesOfTheServerAreMerged() {
        database.run(
                "CREATE OR REPLACE TABLE part_1 (n Int8) ENGINE = Memory",
                "CREATE OR REPLACE TABLE part_2 (n Int8) ENGINE = Memory",
                "INSERT INTO part_1 VALUES (1)",
                "INSERT INTO part_2 VALUES (2)");
        assertThat(Trial.rows(dsl.select(sum(TableFunctions.column("n", ClickHouseTypes.INT8)))
                        .from(TableFunctions.call("merge", database.name(), "^part_"))
                        .fetch()))
                .isEqualTo("3");
    }

    static List<Map.Entry<Table<Record>, String>> elsewhere() {
        Table<Record> table = table(name("d`b", "t"));
        return List.of(
                Map.entry(TableFunctions.s3("http://h/b/*.csv", "CSV"), "s3('http://h/b/*.csv', 'CSV')"),
                Map.entry(TableFunctions.remote("h:9000", table), "remote('h:9000', \"d`b\".\"t\")"),
                Map.entry(TableFunctions.cluster("c's", table), "cluster('c\\'s', \"d`b\".\"t\")"),
                Map.entry(TableFunctions.clusterAllReplicas("c", table), "clusterAllReplicas('c', \"d`b\".\"t\")"),
                Map.entry(TableFunctions.call("azureBlobStorage", "x", 5), "azureBlobStorage('x', 5)"));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void othersAreParsed(Map.Entry<Table<Record>, String> function) {
        String sql = dsl.render(dsl.select().from(function.getKey()));
        assertThat(sql.replace("''", "\\'")).isEqualTo("select * from " + function.getValue());
        assertThat(database.text("EXPLAIN AST " + sql)).isNotBlank();
    }

    @Test
    void namesAreWords() {
        assertThatThrownBy(() -> TableFunctions.call("numbers(1), system.one --"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numbers(1), system.one --");
    }
}
