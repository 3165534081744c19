package io.chconnect.embedded;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockWriter;
import io.chconnect.codec.Zones;
import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineInsert;
import io.chconnect.engine.EngineOptions;
import io.chconnect.engine.EngineResult;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** Statements on the engine in this process. Each runs on a connection of its own, so that none sees another's state. */
final class EmbeddedTransport implements Transport {
    private static final String TEXT_FORMAT = "TabSeparated";

    private final String name;
    private final String database;
    private final EmbeddedEngine engine;
    private final Watchdog watchdog;
    private final ZoneId zone;

    EmbeddedTransport(ClientConfig config, EngineOptions options) {
        this.name = config.endpoint().toString();
        this.database = config.get(Options.DATABASE);
        this.engine = EmbeddedEngine.open(options);
        this.watchdog = new Watchdog();
        this.zone = serverZone(config.get(Options.SOCKET_TIMEOUT));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public QueryEvents query(StatementRequest request) {
        EmbeddedStatement statement = open(request);
        try {
            return new EmbeddedQueryEvents(statement, EmbeddedChunks.open(statement), zone);
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public CommandOutcome command(StatementRequest request) {
        try (EmbeddedStatement statement = open(request);
                EngineResult result = statement.run(TEXT_FORMAT)) {
            return new CommandOutcome(text(result.buffer()), summary(result));
        }
    }

    @Override
    public StatementSummary insert(StatementRequest request, BlockSupplier blocks) {
        try (EmbeddedStatement statement = open(request);
                EngineInsert insert = statement.insert()) {
            BlockWriter writer = new BlockWriter(
                    (bytes, offset, length) -> statement.guarded(() -> insert.append(bytes, offset, length)));
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                writer.write(block);
            }
            try (EngineResult result = statement.guarded(insert::finish)) {
                return summary(result);
            }
        }
    }

    @Override
    public void ping(Duration deadline) {
        command(new StatementRequest("SELECT 1", null, Map.of(), Map.of(), deadline));
    }

    @Override
    public void close() {
        watchdog.close();
        engine.close();
    }

    static StatementSummary summary(EngineResult result) {
        return new StatementSummary(
                null,
                result.readRows(),
                result.readBytes(),
                result.writtenRows(),
                result.writtenBytes(),
                result.elapsed().toNanos());
    }

    private EmbeddedStatement open(StatementRequest request) {
        return EmbeddedStatement.open(engine, watchdog, database, request);
    }

    private ZoneId serverZone(Duration timeout) {
        try (EmbeddedStatement statement = EmbeddedStatement.open(
                        engine,
                        watchdog,
                        "",
                        new StatementRequest("SELECT timezone()", null, Map.of(), Map.of(), timeout));
                EngineResult result = statement.run(TEXT_FORMAT)) {
            return Zones.ofServer(text(result.buffer()).strip());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer).toString();
    }
}
