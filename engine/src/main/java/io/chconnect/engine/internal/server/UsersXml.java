package io.chconnect.engine.internal.server;

import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users file of a server: profiles, users, quotas. */
final class UsersXml {
    private static final String DEFAULT = ServerOptionsCheck.DEFAULT;

    /** The name of the {@link PasswordGate} in the configuration. */
    static final String GATE = "password_gate";

    private UsersXml() {}

    /** The password of user {@code default}, or null for none. */
    static @Nullable String defaultPassword(ServerOptions options) {
        ServerUser user = options.users().get(DEFAULT);
        return user == null ? null : user.password();
    }

    static String of(ServerOptions options) {
        XmlWriter xml = new XmlWriter().begin("clickhouse");
        profiles(xml, options.profiles());
        Map<String, ServerUser> users = new LinkedHashMap<>();
        users.put(DEFAULT, ServerUser.named(DEFAULT));
        users.putAll(options.users());
        xml.begin("users");
        users.values().forEach(user -> user(xml, user));
        xml.end();
        xml.begin("quotas").begin(DEFAULT).end().end();
        return xml.end().toString();
    }

    private static void profiles(XmlWriter xml, Map<String, Map<String, String>> given) {
        Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
        profiles.put(DEFAULT, Map.of());
        profiles.putAll(given);
        xml.begin("profiles");
        profiles.forEach((name, settings) -> {
            xml.begin(name);
            settings.forEach(xml::element);
            xml.end();
        });
        xml.end();
    }

    private static void user(XmlWriter xml, ServerUser user) {
        xml.begin(user.name());
        String password = user.password();
        if (password == null) {
            xml.element("password", "");
        } else if (user.name().equals(DEFAULT)) {
            xml.begin("http_authentication")
                    .element("server", GATE)
                    .element("scheme", "basic")
                    .end();
        } else {
            xml.element("password_sha256_hex", sha256Hex(password));
        }
        // The engine's own login of user default has no address, which counts as this one.
        xml.begin("networks")
                .element("ip", "127.0.0.1")
                .element("ip", "0.0.0.0")
                .end();
        xml.element("profile", user.profile()).element("quota", DEFAULT);
        if (user.grants().isEmpty()) {
            xml.element("access_management", "1").element("named_collection_control", "1");
        } else {
            xml.begin("grants");
            user.grants().forEach(grant -> xml.element("query", grant));
            xml.end();
        }
        xml.end();
    }

    static String sha256Hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
