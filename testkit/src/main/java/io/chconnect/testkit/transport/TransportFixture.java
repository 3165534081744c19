package io.chconnect.testkit.transport;

import io.chconnect.client.Session;
import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.client.transport.TransportProvider;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.types.DataTypes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A transport for the tests of one class, a database of their own, and what they share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class TransportFixture {
    /** Longer than any statement of the tests takes. */
    static final Duration LONG = Duration.ofSeconds(60);

    /** Works until somebody ends it, and answers only then. */
    static final String ENDLESS_WORK = "SELECT sum(sipHash64(number)) FROM system.numbers";

    private final String database = "contract_" + UUID.randomUUID().toString().replace("-", "");
    private @Nullable Transport transport;

    /**
     * Where the ClickHouse of the tests is.
     *
     * @return a connection URL
     */
    protected abstract String url();

    @BeforeAll
    void open() {
        transport = open(ConnectionUrl.parse(url()));
        command("CREATE DATABASE " + database + " ENGINE = Atomic");
    }

    @AfterAll
    void close() {
        if (transport != null) {
            command("DROP DATABASE IF EXISTS " + database);
            transport.close();
        }
    }

    static Transport open(ClientConfig config) {
        for (TransportProvider provider : ServiceLoader.load(TransportProvider.class)) {
            if (provider.accepts(config.endpoint().scheme())) {
                return provider.open(config);
            }
        }
        throw new AssertionError("no transport takes " + config.endpoint());
    }

    Transport transport() {
        Transport opened = transport;
        if (opened == null) {
            throw new AssertionError("the transport is not open");
        }
        return opened;
    }

    String database() {
        return database;
    }

    /** Creates an empty table of {@code id UInt64, name String}. */
    String table(String name) {
        String qualified = database + "." + name;
        command("CREATE TABLE " + qualified + " (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
        return qualified;
    }

    String command(String sql) {
        return transport().command(request(sql)).text().stripTrailing();
    }

    static StatementRequest request(String sql) {
        return request(sql, Map.of(), Map.of());
    }

    static StatementRequest request(String sql, Map<String, String> settings, Map<String, String> parameters) {
        return StatementRequest.builder(sql, LONG)
                .settings(settings)
                .parameters(parameters)
                .build();
    }

    static StatementRequest limited(String sql, Duration timeout, @Nullable Duration deadline) {
        return StatementRequest.builder(sql, timeout).deadline(deadline).build();
    }

    static StatementRequest inSession(Session session, String sql, Map<String, String> settings) {
        return StatementRequest.builder(sql, LONG)
                .session(session)
                .settings(settings)
                .build();
    }

    /** All blocks of an answer. */
    List<Block> blocks(StatementRequest request) {
        try (QueryEvents events = transport().query(request)) {
            return blocks(events);
        }
    }

    static List<Block> blocks(QueryEvents events) {
        List<Block> blocks = new ArrayList<>();
        QueryEvent event = events.next();
        while (!(event instanceof QueryEvent.End)) {
            if (event instanceof QueryEvent.Data data) {
                blocks.add(data.block());
            }
            event = events.next();
        }
        return blocks;
    }

    /** The value in the first row of an answer. */
    @Nullable
    Object value(StatementRequest request) {
        return blocks(request).stream()
                .filter(block -> block.rowCount() > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row"))
                .column(0)
                .get(0);
    }

    /** Rows for a table of {@link #table}. */
    static Block rows(long firstId, int count) {
        BlockBuilder builder = new BlockBuilder(
                List.of("id", "name"),
                List.of(DataTypes.parse("UInt64"), DataTypes.parse("String")),
                ZoneId.of("UTC"),
                count);
        for (int i = 0; i < count; i++) {
            builder.appendLong(0, firstId + i);
            builder.append(1, "name " + (firstId + i));
            builder.finishRow();
        }
        return builder.build();
    }
}
