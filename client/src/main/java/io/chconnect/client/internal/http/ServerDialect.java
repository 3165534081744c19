package io.chconnect.client.internal.http;

import io.chconnect.client.transport.StatementRequest;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.Zones;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How old a server is, as far as it matters here. Before 19.11 there are no parameters, no revisions over HTTP, and no header
 * with the time zone. Immutable.
 *
 * @param oldZone the time zone of an old server; null for a server that tells it with each answer
 */
record ServerDialect(@Nullable ZoneId oldZone) {
    static final ServerDialect CURRENT = new ServerDialect(null);

    private static final int UNKNOWN_SETTING = 115;

    /** The revision of blocks that can be asked for. */
    int revision() {
        return oldZone == null ? ProtocolRevision.DEFAULT : ProtocolRevision.NONE;
    }

    /** Whether compressed frames can be asked for: an old server sends an answer without its last frame. */
    boolean framesArrive() {
        return oldZone == null;
    }

    ZoneId zone(@Nullable String header) {
        return oldZone == null || header != null ? Zones.ofServer(header) : oldZone;
    }

    /** Whether a server says by an error that it knows no revisions. */
    static boolean refusesRevision(RuntimeException failure) {
        return refuses(failure, "client_protocol_version");
    }

    /** The failure, or a clearer one when the server is too old for what the statement needs. */
    static RuntimeException explain(StatementRequest request, RuntimeException failure) {
        if (request.parameters().isEmpty() || !refuses(failure, "param_")) {
            return failure;
        }
        return new ConfigurationException(
                "The server knows no parameters: statements with parameters need ClickHouse 19.11 or newer", failure);
    }

    private static boolean refuses(RuntimeException failure, String setting) {
        return failure instanceof ServerException error
                && error.code() == UNKNOWN_SETTING
                && String.valueOf(error.getMessage()).contains(setting);
    }
}
