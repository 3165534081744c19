package io.chconnect.client.config;

import java.time.Duration;
import java.util.List;

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

    /** The size of the connection pool. */
    public static final Option<Integer> MAX_CONNECTIONS =
            Option.positive("max_connections", 64, "Connections that may be open at once.");

    /** What the client calls itself. */
    public static final Option<String> CLIENT_NAME =
            Option.text("client_name", "", "A name for this program, shown in the server's logs.");

    /** All of them, in the order of the documentation. */
    public static final List<Option<?>> ALL =
            List.of(USER, PASSWORD, DATABASE, CONNECT_TIMEOUT, SOCKET_TIMEOUT, MAX_CONNECTIONS, CLIENT_NAME);

    private Options() {}
}
