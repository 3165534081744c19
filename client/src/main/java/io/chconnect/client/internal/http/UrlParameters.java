package io.chconnect.client.internal.http;

import io.chconnect.client.Session;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ConfigurationException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of a URL behind its question mark. What is set later wins, so that no setting can disturb the protocol. */
final class UrlParameters {
    /** Names that belong to the protocol itself. */
    private static final Set<String> RESERVED = Set.of(
            "query", "user", "password", "default_format", "stacktrace", "close_session", "compress", "decompress");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> roles = new ArrayList<>();

    /** Settings, as the user gave them. */
    UrlParameters settings(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (name.isEmpty() || RESERVED.contains(name) || name.startsWith("param_")) {
                throw new ConfigurationException(
                        "\"" + name + "\" is no server setting but a part of the HTTP protocol");
            }
            values.put(name, value);
        });
        return this;
    }

    UrlParameters set(String name, String value) {
        values.put(name, value);
        return this;
    }

    UrlParameters set(boolean wanted, String name, String value) {
        return wanted ? set(name, value) : this;
    }

    UrlParameters session(Session session) {
        set("session_id", session.id());
        if (session.idleTimeout() != null) {
            set("session_timeout", Long.toString(session.idleTimeout().toSeconds()));
        }
        return set(session.mustExist(), "session_check", "1");
    }

    UrlParameters roles(List<String> names) {
        roles.addAll(names);
        return this;
    }

    UrlParameters parameters(StatementRequest request) {
        request.parameters().forEach((name, value) -> set("param_" + name, value));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> append(text, name, value));
        roles.forEach(role -> append(text, "role", role));
        return text.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(text.length() == 0 ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value));
    }
}
