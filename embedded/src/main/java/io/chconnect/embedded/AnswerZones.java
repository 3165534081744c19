package io.chconnect.embedded;

import io.chconnect.client.transport.StatementRequest;
import io.chconnect.codec.Zones;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineResult;
import io.chconnect.engine.EngineStatement;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The zone of DateTime columns whose type names none. Thread-safe. */
final class AnswerZones {
    private static final String SESSION_ZONE = "session_timezone";

    private volatile @Nullable ZoneId engineZone;

    /** The zone of a statement's answer; asked on its connection, before it starts. */
    ZoneId of(EmbeddedStatement statement) {
        StatementRequest request = statement.request();
        if (request.session() != null || request.settings().containsKey(SESSION_ZONE)) {
            return statement.run(AnswerZones::ask);
        }
        ZoneId known = engineZone;
        if (known == null) {
            known = statement.run(AnswerZones::ask);
            engineZone = known;
        }
        return known;
    }

    private static ZoneId ask(EngineConnection connection) {
        try (EngineResult result =
                connection.query(EngineStatement.of("SELECT timezone()").withFormat("RawBLOB"))) {
            return Zones.ofServer(StandardCharsets.UTF_8.decode(result.buffer()).toString());
        }
    }
}
