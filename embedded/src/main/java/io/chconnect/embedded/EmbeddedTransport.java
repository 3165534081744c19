package io.chconnect.embedded;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.ArrowBatches;
import io.chconnect.client.transport.ArrowExport;
import io.chconnect.client.transport.ArrowForm;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.CommandOutcome;
import io.chconnect.client.transport.ExternalData;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.RawFormats;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockWriter;
import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineInsert;
import io.chconnect.engine.EngineOptions;
import io.chconnect.engine.EngineResult;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Statements on the engine in this process. None sees another's settings or temporary tables, outside of sessions. */
final class EmbeddedTransport implements Transport, RawFormats, ExternalData, ArrowExport {
    private static final String TEXT_FORMAT = "TabSeparated";

    private final String name;
    private final String place;
    private final EmbeddedEngine engine;
    private final EngineThreads threads = new EngineThreads();
    private final StatementConnections connections;
    private final AnswerZones zones = new AnswerZones();
    private final Map<String, WeakReference<EmbeddedStatement>> underWay = new ConcurrentHashMap<>();

    EmbeddedTransport(ClientConfig config, EngineOptions options) {
        this.name = config.endpoint().toString();
        this.place = config.endpoint().host();
        String database = config.get(Options.DATABASE);
        this.engine = EmbeddedEngine.open(options);
        ConnectionPool pool = new ConnectionPool(engine, database);
        this.connections =
                new StatementConnections(pool, new Sessions(() -> pool.open(Map.of(), database), threads), database);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public QueryEvents query(StatementRequest request) {
        EmbeddedStatement statement = begin(request);
        try {
            ZoneId zone = zones.of(statement);
            EmbeddedChunks chunks = EmbeddedChunks.stream(statement, "Native");
            request.observer().firstByte();
            return new EmbeddedQueryEvents(statement, chunks, zone);
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public CommandOutcome command(StatementRequest request) {
        try (EmbeddedStatement statement = begin(request);
                EngineResult result = statement.run(connection -> connection.query(statement.sql(TEXT_FORMAT)))) {
            statement.ended();
            request.observer().firstByte();
            return CommandOutcome.of(result.buffer(), summary(result));
        }
    }

    @Override
    public StatementSummary insert(StatementRequest request, BlockSupplier blocks) {
        return insert(request, request.sql(), "Native", append -> {
            BlockWriter writer = new BlockWriter(append::append);
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                writer.write(block);
            }
        });
    }

    @Override
    public RawAnswer rawQuery(StatementRequest request, @Nullable String format) {
        EmbeddedStatement statement = begin(request);
        String wanted = format == null ? TEXT_FORMAT : format;
        try {
            EmbeddedChunks chunks = RawStatements.streamed(request.sql(), wanted)
                    ? EmbeddedChunks.stream(statement, wanted)
                    : EmbeddedChunks.whole(statement, wanted);
            request.observer().firstByte();
            return new EmbeddedRawAnswer(statement, chunks, format);
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public StatementSummary rawInsert(StatementRequest request, RawContent content) {
        RawStatements.Insert insert = RawStatements.Insert.of(request.sql());
        return insert(request, insert.sql(), insert.format(), append -> RawInput.copy(content, append));
    }

    @Override
    public ArrowBatches arrowQuery(StatementRequest request, ArrowForm form) {
        EmbeddedStatement statement = begin(request);
        try {
            EmbeddedArrowBatches batches = EmbeddedArrowBatches.start(statement, form);
            request.observer().firstByte();
            return batches;
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public void ping(Duration deadline) {
        command(StatementRequest.builder("SELECT 1", deadline).build());
    }

    @Override
    public boolean cancel(String operationId) {
        WeakReference<EmbeddedStatement> reference = underWay.get(operationId);
        EmbeddedStatement statement = reference == null ? null : reference.get();
        if (statement == null) {
            return false;
        }
        statement.cancel();
        return true;
    }

    @Override
    public void close() {
        underWay.keySet().forEach(this::cancel);
        connections.close();
        engine.close();
        threads.close();
    }

    private EmbeddedStatement begin(StatementRequest request) {
        UnsupportedRequests.check(request);
        Map<String, WeakReference<EmbeddedStatement>> running = underWay;
        EmbeddedStatement statement =
                new EmbeddedStatement(connections, threads, request, () -> running.remove(request.operationId()));
        running.put(request.operationId(), new WeakReference<>(statement));
        try {
            request.observer().attempt(new OperationAttempt(1, place, 0, null));
            request.observer().sent();
            return statement;
        } catch (RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Gives an insert its data. */
    private interface Data {
        void writeTo(RawInput.Target append);
    }

    private StatementSummary insert(StatementRequest request, String sql, String format, Data data) {
        EmbeddedStatement statement = begin(request);
        try {
            EngineInsert insert = statement.run(connection -> connection.insert(statement.sql(sql, format)));
            try {
                data.writeTo((bytes, offset, length) -> statement.run(connection -> {
                    insert.append(bytes, offset, length);
                    return true;
                }));
                try (EngineResult result = statement.run(connection -> insert.finish())) {
                    statement.ended();
                    request.observer().firstByte();
                    return summary(result);
                }
            } finally {
                statement.close(insert::close);
            }
        } finally {
            statement.close();
        }
    }

    private static StatementSummary summary(EngineResult result) {
        return new StatementSummary(
                null,
                result.readRows(),
                result.readBytes(),
                result.writtenRows(),
                result.writtenBytes(),
                result.elapsed().toNanos());
    }
}
