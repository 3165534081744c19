package io.chconnect.embedded;

import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ConfigurationException;

/** What a server can do for a statement and the engine in process cannot. */
final class UnsupportedRequests {
    private UnsupportedRequests() {}

    static void check(StatementRequest request) {
        if (!request.roles().isEmpty()) {
            throw missing("roles " + request.roles(), "it has one user, with all rights");
        }
        if (!request.headers().isEmpty()) {
            throw missing("HTTP headers " + request.headers().keySet(), "nothing is sent");
        }
        if (request.queryId() != null) {
            throw missing("query id \"" + request.queryId() + "\"", "it gives ids of its own; see log_comment");
        }
    }

    private static ConfigurationException missing(String what, String why) {
        return new ConfigurationException("The embedded engine cannot run a statement with " + what + ": " + why);
    }
}
