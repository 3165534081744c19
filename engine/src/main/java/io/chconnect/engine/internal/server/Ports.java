package io.chconnect.engine.internal.server;

import io.chconnect.engine.ServerOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The ports of one server.
 *
 * @param http of the HTTP interface
 * @param tcp of the native TCP interface
 * @param gate of the {@link PasswordGate}, or 0 when there is none
 */
record Ports(int http, int tcp, int gate) {
    /** The given ports, and free ones for the others. */
    static Ports choose(ServerOptions options) {
        Set<Integer> taken = new HashSet<>(Arrays.asList(0, options.httpPort(), options.tcpPort()));
        int http = options.httpPort() != 0 ? options.httpPort() : another(taken);
        int tcp = options.tcpPort() != 0 ? options.tcpPort() : another(taken);
        return new Ports(http, tcp, UsersXml.defaultPassword(options) == null ? 0 : another(taken));
    }

    private static int another(Set<Integer> taken) {
        int port = 0;
        while (!taken.add(port)) {
            port = FreePorts.choose();
        }
        return port;
    }
}
