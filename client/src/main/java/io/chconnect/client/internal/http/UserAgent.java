package io.chconnect.client.internal.http;

import java.util.Locale;

/** What the client calls itself: ASCII only, whatever the system's names are. */
final class UserAgent {
    private static final String CLIENT = "clickhouse-connect-java";

    private UserAgent() {}

    static String of(String clientName) {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        String text = (clientName.isEmpty() ? "" : clientName + " ") + CLIENT + (version == null ? "" : "/" + version)
                + " (lv:java/" + Runtime.version().feature() + "; mode:sync; os:"
                + System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT) + ")";
        return text.replaceAll("[^\\x20-\\x7E]", "");
    }
}
