package io.chconnect.jdbc.internal.url;

import io.chconnect.client.config.Option;
import io.chconnect.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of JDBC itself, beside those of the client; and the names that the official driver has for some. */
public final class JdbcOptions {
    /** Whether connecting asks the server. */
    public static final Option<Boolean> CHECK_CONNECTION = bool(
            "check_connection",
            true,
            "Whether connecting asks the server, so that a wrong address or password shows at once.");

    /** What setAutoCommit(false) does. */
    public static final Option<Boolean> REFUSE_TRANSACTIONS = bool(
            "refuse_transactions",
            false,
            "Whether setAutoCommit(false) is an error. Otherwise it is accepted and changes nothing: ClickHouse has no"
                    + " transactions, every statement takes effect at once, and rollback undoes nothing and leaves a warning.");

    /** What a ClickHouse database is called in JDBC. */
    public static final Option<String> DATABASE_TERM = new Option<>(
            "database_term",
            "schema",
            "What a ClickHouse database is called in JDBC: schema or catalog.",
            false,
            text -> oneOf("database_term", text, Set.of("schema", "catalog")));

    /** TLS under the official driver's name. */
    public static final Option<Boolean> SSL =
            bool("ssl", false, "Whether the connection uses TLS, as https:// in the URL.");

    /** All of them. */
    public static final List<Option<?>> ALL = List.of(CHECK_CONNECTION, REFUSE_TRANSACTIONS, DATABASE_TERM, SSL);

    /** The prefix of server settings. */
    static final String SETTING_PREFIX = "clickhouse_setting_";

    /** The official driver's name, and ours. */
    static final Map<String, String> RENAMED = Map.of(
            "connection_timeout", "connect_timeout",
            "connect_timeout_ms", "connect_timeout",
            "max_open_connections", "max_connections",
            "username", "user");

    /** Names whose values are milliseconds where ours are seconds. */
    static final Set<String> MILLISECONDS = Set.of("connection_timeout", "connect_timeout_ms");

    /** Names of the official driver that choose between ways this driver does not have. */
    static final Set<String> WITHOUT_MEANING = Set.of(
            "beta.row_binary_for_simple_insert",
            "clickhouse.jdbc.v1",
            "clickhouse.jdbc.v2",
            "disable_frameworks_detection",
            "http_connection_provider",
            "jdbc_ignore_unsupported_values",
            "jdbc_resultset_auto_close",
            "jdbc_sql_parser",
            "jdbc_use_max_result_rows",
            "use_server_time_zone",
            "use_server_time_zone_for_dates");

    private JdbcOptions() {}

    private static Option<Boolean> bool(String key, boolean defaultValue, String documentation) {
        return new Option<>(key, defaultValue, documentation, false, text -> switch (text) {
            case "true", "1", "" -> true;
            case "false", "0" -> false;
            default ->
                throw new ConfigurationException("Option " + key + " is \"" + text + "\": expected true or false");
        });
    }

    private static String oneOf(String key, String text, Set<String> allowed) {
        if (!allowed.contains(text)) {
            throw new ConfigurationException("Option " + key + " is \"" + text + "\": expected one of " + allowed);
        }
        return text;
    }
}
