package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
@ClickHouseServerTest
class JdbiTest {
    private static final UUID ID = UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba0");

    private final ClickHouseServer server;

    JdbiTest(ClickHouseServer server) {
        this.server = server;
    }

    /** A row of the tests' table. */
    public record Event(UUID id, String name, Instant at) {}

    @ParameterizedTest
    @EnumSource
    void rowsGoInByNameAndComeOutAsRecords(Place place) {
        Jdbi jdbi = Jdbi.create(place.dataSource(server));
        Event event = new Event(ID, "it's \\ ?", Instant.parse("2026-05-06T07:08:09.123Z"));
        try (Handle handle = jdbi.open()) {
            handle.execute("DROP TABLE IF EXISTS jdbi_events");
            handle.execute("CREATE TABLE jdbi_events (id UUID, name String, at DateTime64(3, 'UTC'))"
                    + " ENGINE = MergeTree ORDER BY id");
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO jdbi_events (id, name, at) VALUES (:id, :name, :at)");
            for (int i = 0; i < 10; i++) {
                batch.bind("id", i == 0 ? ID : UUID.randomUUID())
                        .bind("name", i == 0 ? event.name() : "other")
                        .bind("at", event.at())
                        .add();
            }

            assertThat(batch.execute()).hasSize(10);
            handle.registerRowMapper(ConstructorMapper.factory(Event.class));
            assertThat(handle.createQuery("SELECT id, name, at FROM jdbi_events WHERE id = :id")
                            .bind("id", ID)
                            .mapTo(Event.class)
                            .one())
                    .isEqualTo(event);
            assertThat(handle.createQuery("SELECT name, count() AS c FROM jdbi_events GROUP BY name ORDER BY c")
                            .mapToMap()
                            .list())
                    .extracting(row -> row.get("name"))
                    .containsExactly(event.name(), "other");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsAndTransactionsWork(Place place) {
        Jdbi jdbi = Jdbi.create(place.dataSource(server));

        List<Integer> numbers = jdbi.inTransaction(handle -> handle.createQuery(
                        "SELECT toInt32(number) FROM numbers(10) WHERE number IN (<wanted>) ORDER BY number")
                .bindList("wanted", List.of(1, 5, 20))
                .mapTo(Integer.class)
                .list());

        assertThat(numbers).containsExactly(1, 5);
    }

    @ParameterizedTest
    @EnumSource
    void aLongResultIsStreamed(Place place) {
        long sum = Jdbi.create(place.dataSource(server)).withHandle(handle -> {
            try (var rows = handle.createQuery("SELECT number FROM numbers(1000000)").mapTo(Long.class).stream()) {
                return rows.limit(100_000).mapToLong(Long::longValue).sum();
            }
        });

        assertThat(sum).isEqualTo(4_999_950_000L);
    }
}
