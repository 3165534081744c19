package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.engine.EmbeddedEngine;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineOptions;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.EngineStream;

/** The floor of reading in process: the chunks of the engine, fetched and dropped. */
public final class ChunkRead implements Contestant {
    private final EmbeddedEngine engine = EmbeddedEngine.open(EngineOptions.memory());
    private final EngineConnection connection = engine.connect();
    private final EngineStatement statement;
    private final long expected;

    public ChunkRead(String sql, long expected) {
        this.statement = EngineStatement.of(sql);
        this.expected = expected;
    }

    @Override
    public String name() {
        return "in process, chunks dropped";
    }

    @Override
    public long run() {
        long bytes = 0;
        try (EngineStream stream = connection.stream(statement)) {
            for (EngineResult chunk = stream.next(); chunk != null; chunk = stream.next()) {
                bytes += chunk.length();
                chunk.close();
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing came");
        }
        return expected;
    }

    @Override
    public void close() {
        connection.close();
        engine.close();
    }
}
