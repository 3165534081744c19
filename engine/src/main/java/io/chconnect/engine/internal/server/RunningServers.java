package io.chconnect.engine.internal.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stops servers nobody closed when the JVM exits. */
final class RunningServers {
    private static final Set<ServerProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(RunningServers::closeAll, "clickhouse-connect-servers-exit"));
        } catch (IllegalStateException e) {
            // The JVM is exiting already; the children notice the end of their standard input.
        }
    }

    private RunningServers() {}

    static void add(ServerProcess server) {
        RUNNING.add(server);
    }

    static void remove(ServerProcess server) {
        RUNNING.remove(server);
    }

    private static void closeAll() {
        RUNNING.forEach(ServerProcess::askToStop);
        RUNNING.forEach(ServerProcess::close);
    }
}
