package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.OldestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements for all servers of a configured cluster, run by two servers of ClickHouse 18.16: the engine of the other tests has
 * no queue of such statements. Where it is not installed, the tests are skipped; with {@code CI=true} they fail.
 */
@Timeout(120)
class OldestOnClusterTest {
    private static final String CLUSTER = "everyone";
    private static final Table<Record> TABLE = table(name("everywhere", "t"));
    private static final Field<Long> ID = field(name("id"), ClickHouseTypes.INT64);

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final List<Client> CLIENTS = new ArrayList<>();

    @BeforeAll
    static void startTwoServers(@TempDir Path directory) throws Exception {
        Keeper keeper = Keeper.start(Files.createDirectory(directory.resolve("keeper")));
        OPEN.add(keeper);
        List<Integer> ports = List.of(ClickHouseServer.freePort(), ClickHouseServer.freePort());
        for (int port : ports) {
            Path place = Files.createDirectory(directory.resolve(Integer.toString(port)));
            OldestServer server = OldestServer.startOrSkip(place, port, configuration(keeper.port(), ports, port));
            OPEN.add(server);
            Client client = Client.connect(server.url());
            OPEN.add(client);
            CLIENTS.add(client);
        }
    }

    private static String configuration(int keeper, List<Integer> ports, int own) {
        return String.format(Locale.ROOT, """
                <zookeeper><node><host>127.0.0.1</host><port>%d</port></node></zookeeper>
                <distributed_ddl><path>/ddl</path></distributed_ddl>
                <remote_servers><everyone>
                  <shard><replica><host>127.0.0.1</host><port>%d</port><password>old</password></replica></shard>
                  <shard><replica><host>127.0.0.1</host><port>%d</port><password>old</password></replica></shard>
                </everyone></remote_servers>
                <macros><replica>r%d</replica></macros>
                <interserver_http_host>127.0.0.1</interserver_http_host>
                <interserver_http_port>%d</interserver_http_port>
                """, keeper, ports.get(0), ports.get(1), own, ClickHouseServer.freePort());
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable resource : OPEN.reversed()) {
            resource.close();
        }
    }

    private static String onSecond(String sql) {
        try (var result = CLIENTS.get(1).query(sql)) {
            return String.valueOf(result.rows().get(0).get(0));
        }
    }

    private static DSLContext first() {
        return ClickHouseDSL.using(CLIENTS.get(0));
    }

    private static void createEverywhere() {
        first().execute(Databases.create("everywhere", TableEngine.of("Ordinary"), CLUSTER));
    }

    @Test
    void databasesTablesAndViewsAreMadeAndChangedOnAllServers() {
        createEverywhere();
        assertThat(onSecond("SELECT engine FROM system.databases WHERE name = 'everywhere'"))
                .isEqualTo("Ordinary");
        CreateTable.of(TABLE)
                .onCluster(CLUSTER)
                .column(Column.of("id", ClickHouseTypes.INT64))
                .engine(TableEngine.mergeTree())
                .orderBy(ID)
                .execute(first());
        AlterTable.of(TABLE)
                .onCluster(CLUSTER)
                .addColumn(Column.of("n", "Int8"))
                .execute(first());
        CreateView.of(table(name("everywhere", "v")), select(ID).from(TABLE))
                .onCluster(CLUSTER)
                .execute(first());
        CLIENTS.get(1).command("INSERT INTO everywhere.t (id, n) VALUES (7, 1)");
        assertThat(onSecond("SELECT id FROM everywhere.v")).isEqualTo("7");
        assertThat(onSecond("SELECT type FROM system.columns WHERE database = 'everywhere' AND table = 't'"
                        + " AND name = 'n'"))
                .isEqualTo("Int8");
    }

    @Test
    void replicatedTablesHoldTheSame() {
        createEverywhere();
        CreateTable.of(table(name("everywhere", "replicated")))
                .onCluster(CLUSTER)
                .column(Column.of("id", ClickHouseTypes.INT64))
                .engine(TableEngine.replacingMergeTree(ID).replicated("/tables/replicated", "{replica}"))
                .orderBy(ID)
                .execute(first());
        CLIENTS.get(0).command("INSERT INTO everywhere.replicated VALUES (7)");
        CLIENTS.get(1).command("SYSTEM SYNC REPLICA everywhere.replicated");
        assertThat(onSecond("SELECT id FROM everywhere.replicated")).isEqualTo("7");
    }
}
