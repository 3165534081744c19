package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseCluster;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that need several servers, or rules in a server's configuration, run by servers that have them. */
@ClickHouseServerTest
@Timeout(120)
class ClusterTest {
    private static final Table<Record> PART = table(name("spread", "part"));
    private static final Table<Record> WHOLE = table(name("spread", "whole"));
    private static final Field<Long> ID = field(name("id"), ClickHouseTypes.INT64);
    private static final Field<Long> SUM = field("sum(id)", ClickHouseTypes.INT64);

    private static ClickHouseCluster cluster;
    private static List<Client> clients;

    @BeforeAll
    static void startServersWithTenRowsSpread() {
        cluster = ClickHouseCluster.start(
                2,
                ServerOptions.builder()
                        .serverSetting("graphite_rollup.default.function", "max")
                        .serverSetting("graphite_rollup.default.retention.age", "0")
                        .serverSetting("graphite_rollup.default.retention.precision", "60")
                        .build());
        clients = cluster.servers().stream()
                .map(server -> Client.connect(server.url()))
                .toList();
        for (DSLContext dsl : List.of(dsl(0), dsl(1))) {
            dsl.execute(Databases.create("spread", TableEngine.of("Atomic")));
            CreateTable.of(PART)
                    .column(Column.of("id", ClickHouseTypes.INT64))
                    .engine(TableEngine.mergeTree())
                    .orderBy(ID)
                    .execute(dsl);
        }
        CreateTable.of(WHOLE)
                .column(Column.of("id", ClickHouseTypes.INT64))
                .engine(TableEngine.distributed(ClickHouseCluster.NAME, "spread", "part", ID))
                .execute(dsl(0));
        ClickHouseDSL.with(dsl(0), request -> request.setting("distributed_foreground_insert", 1))
                .insertInto(WHOLE, ID)
                .select(select(TableFunctions.column("number", ClickHouseTypes.INT64))
                        .from(TableFunctions.numbers(10)))
                .execute();
    }

    @AfterAll
    static void stop() {
        if (clients != null) {
            clients.forEach(Client::close);
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    private static DSLContext dsl(int server) {
        return ClickHouseDSL.using(clients.get(server));
    }

    private static String address(int server) {
        return "127.0.0.1:" + cluster.servers().get(server).tcpPort();
    }

    @Test
    void aDistributedTableSpansItsServers() {
        assertThat(dsl(0).select(ID).from(PART).orderBy(ID).fetch(ID)).containsExactly(0L, 2L, 4L, 6L, 8L);
        assertThat(dsl(1).select(ID).from(PART).orderBy(ID).fetch(ID)).containsExactly(1L, 3L, 5L, 7L, 9L);
        assertThat(dsl(0).select(ID).from(WHOLE).where(ID.gt(6L)).orderBy(ID).fetch(ID))
                .containsExactly(7L, 8L, 9L);
    }

    @Test
    void aDistributedTableWithoutAKeyIsRead() {
        CreateTable.of(table(name("spread", "read")))
                .column(Column.of("id", ClickHouseTypes.INT64))
                .engine(TableEngine.distributed(ClickHouseCluster.NAME, "spread", "part"))
                .execute(dsl(1));
        assertThat(dsl(1).fetchValue(select(SUM).from(table(name("spread", "read")))))
                .isEqualTo(45L);
    }

    @Test
    void tablesOfOtherServersAreRead() {
        assertThat(dsl(0).fetchValue(select(SUM).from(TableFunctions.remote(address(1), PART))))
                .isEqualTo(25L);
        assertThat(dsl(0).fetchValue(select(SUM).from(TableFunctions.remote(address(0) + "," + address(1), PART))))
                .isEqualTo(45L);
    }

    @Test
    void tablesOfAClusterAreRead() {
        assertThat(dsl(1).fetchValue(select(SUM).from(TableFunctions.cluster(ClickHouseCluster.NAME, PART))))
                .isEqualTo(45L);
        assertThat(dsl(1).select(field("tcpPort()", ClickHouseTypes.UINT16))
                        .from(TableFunctions.clusterAllReplicas(ClickHouseCluster.NAME, table(name("system", "one"))))
                        .fetch(0, Integer.class))
                .containsExactlyInAnyOrderElementsOf(cluster.servers().stream()
                        .map(ClickHouseServer::tcpPort)
                        .toList());
    }

    @Test
    void globalJoinsReachAllServers() {
        Table<Record> two = TableFunctions.values("id Int64", row(1), row(2)).as("two");
        assertThat(ClickHouse.select(field("sum(id)", ClickHouseTypes.INT64))
                        .from(WHOLE)
                        .join(Join.inner(two).global().using(ID))
                        .fetch(dsl(0))
                        .getValues(0))
                .isEqualTo(List.of(3L));
    }

    @Test
    void graphitesRowsAreThinnedOutByTheRules() {
        Table<Record> metrics = table(name("spread", "metrics"));
        CreateTable.of(metrics)
                .column(Column.of("Path", "String"))
                .column(Column.of("Time", "DateTime('UTC')"))
                .column(Column.of("Value", "Float64"))
                .column(Column.of("Timestamp", "UInt32"))
                .engine(TableEngine.graphiteMergeTree("graphite_rollup"))
                .orderBy(field(name("Path")), field(name("Time")))
                .execute(dsl(0));
        dsl(0).execute(
                        "insert into \"spread\".\"metrics\" values ('load', 120, 1.5, 1), ('load', 150, 4, 1), ('load', 180, 2, 1)");
        dsl(0).execute(Maintenance.optimizeFinal(metrics));
        assertThat(Trial.rows(dsl(0).select(field("toUnixTimestamp(Time)"), field(name("Value")))
                        .from(metrics)
                        .orderBy(field(name("Time")))
                        .fetch()))
                .isEqualTo("120,4.0 | 180,2.0");
    }
}
