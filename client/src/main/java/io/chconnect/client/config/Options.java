package io.chconnect.client.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every option of the client. */
public final class Options {
    /** The user to log in as. */
    public static final Option<String> USER = Option.text("user", "default", "The user to log in as.");

    /** The password. */
    public static final Option<String> PASSWORD = Option.secret("password", "The password of the user.");

    /** The database of names without one. */
    public static final Option<String> DATABASE = Option.text(
            "database", "", "The database of table names without one; empty means the default database of the user.");

    /** The limit for opening a connection. */
    public static final Option<Duration> CONNECT_TIMEOUT = Option.seconds(
            "connect_timeout", Duration.ofSeconds(10), "Seconds to wait for a connection, TLS included.");

    /** The limit for each wait for the server. */
    public static final Option<Duration> SOCKET_TIMEOUT =
            Option.seconds("socket_timeout", Duration.ofMinutes(5), "Seconds to wait for the next bytes of an answer.");

    /** The limit for waiting for a free connection. */
    public static final Option<Duration> POOL_TIMEOUT = Option.seconds(
            "pool_timeout", Duration.ofSeconds(30), "Seconds to wait for a free connection when all are in use.");

    /** How long an unused connection is kept. */
    public static final Option<Duration> IDLE_TIMEOUT = Option.seconds(
            "idle_timeout",
            Duration.ofSeconds(30),
            "Seconds an unused connection is kept; less when the server keeps it for less.");

    /** How long any connection is used. */
    public static final Option<Duration> CONNECTION_AGE = Option.seconds(
            "connection_age",
            Duration.ofHours(1),
            "Seconds after which a connection is replaced, so that changes of addresses are noticed.");

    /** The size of the connection pool. */
    public static final Option<Integer> MAX_CONNECTIONS = Option.positive(
            "max_connections",
            64,
            "Connections for statements that may be open at once to one server; cancels and pings have four of their own.");

    /** How often a statement is repeated. */
    public static final Option<Integer> RETRIES = Option.notNegative(
            "retries",
            2,
            "How often a statement that only reads, or may be repeated, is sent again after a broken connection"
                    + " or a server under load.");

    /** The pause before a statement is repeated. */
    public static final Option<Duration> RETRY_PAUSE = Option.seconds(
            "retry_pause",
            Duration.ofMillis(100),
            "Seconds to wait at most before the first repetition; it doubles with each further one.");

    /** How answers are compressed. */
    public static final Option<Compression> COMPRESSION = Option.oneOf(
            "compression",
            Compression.AUTO,
            "How answers shall be compressed: none, lz4, zstd, gzip, deflate, br, or ClickHouse's own blocks_lz4 and"
                    + " blocks_zstd; auto means lz4, and none to this machine itself. The server packs lz4 at its fast level 1"
                    + " unless setting_http_zlib_compression_level is given.");

    /** How inserts are compressed. */
    public static final Option<Compression> INSERT_COMPRESSION = Option.oneOf(
            "insert_compression", Compression.AUTO, "How the data of inserts is compressed, as for answers.");

    /** The session of all statements. */
    public static final Option<String> SESSION_ID = Option.text(
            "session_id",
            "",
            "The session that all statements belong to, one at a time; auto means a new one. Without it there is none.");

    /** The roles of all statements. */
    public static final Option<List<String>> ROLES = Option.list(
            "roles",
            "The roles that statements run with, separated by commas; without it the default ones of the user.");

    /** Server settings of all statements. */
    public static final Option<Map<String, String>> SETTINGS = Option.named(
            "setting_*",
            false,
            "A server setting for all statements, sent as given, for example setting_max_threads=4.");

    /** Formats of types. */
    public static final Option<Map<String, String>> READ_AS = Option.named(
            "read_as_*",
            false,
            "As what rows give the values of a type: text, bytes or number, for example read_as_UUID=text.");

    /** More headers. */
    public static final Option<Map<String, String>> HEADERS = Option.named(
            "header_*",
            true,
            "A header of all requests, for example header_X-Tenant=7. It wins over the client's own.");

    /** The path in front of everything. */
    public static final Option<String> PATH = Option.text(
            "path", "", "The path under which a proxy offers the server, used as it is, for example /clickhouse.");

    /** Where values of parameters go. */
    public static final Option<Boolean> PARAMETERS_IN_BODY = Option.flag(
            "parameters_in_body",
            false,
            "Whether values of parameters of queries and commands always go in the body, out of the URLs that proxies"
                    + " log; otherwise only long ones do.");

    /** How many rows queries give. */
    public static final Option<Integer> MAX_ROWS = Option.notNegative(
            "max_rows",
            0,
            "How many rows a query gives at most; what comes behind is cancelled, not read. 0 means all.");

    /** What the client calls itself. */
    public static final Option<String> CLIENT_NAME =
            Option.text("client_name", "", "A name for this program, shown in the server's logs.");

    /** All of them, in the order of the documentation. */
    public static final List<Option<?>> ALL = all(
            USER,
            PASSWORD,
            DATABASE,
            CONNECT_TIMEOUT,
            SOCKET_TIMEOUT,
            POOL_TIMEOUT,
            IDLE_TIMEOUT,
            CONNECTION_AGE,
            MAX_CONNECTIONS,
            RETRIES,
            RETRY_PAUSE,
            COMPRESSION,
            INSERT_COMPRESSION,
            SESSION_ID,
            ROLES,
            SETTINGS,
            READ_AS,
            HEADERS,
            PATH,
            PARAMETERS_IN_BODY,
            MAX_ROWS,
            CLIENT_NAME);

    private Options() {}

    private static List<Option<?>> all(Option<?>... own) {
        return Stream.concat(Arrays.stream(own), NetworkOptions.ALL.stream()).toList();
    }
}
