package io.chconnect.engine.internal.server;

import io.chconnect.engine.internal.library.FileTrees;
import io.chconnect.engine.internal.natives.NativeEngine;
import io.chconnect.engine.internal.natives.NativeServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The main class of the child process. It ends when the engine ends, or when its standard input does. */
public final class ServerMain {
    private ServerMain() {}

    /**
     * Runs the engine.
     *
     * @param args not used
     * @throws IOException when the plan cannot be read or the password gate's port is taken
     */
    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        LaunchPlan plan = LaunchPlan.read(in);
        Thread watch = new Thread(() -> endWithParent(in, plan), "clickhouse-connect-parent-watch");
        watch.setDaemon(true);
        watch.start();
        // A signal to the whole process group must not run the engine's exit handlers under its live threads.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> NativeServer.exit(0)));
        if (plan.gatePort() != 0) {
            PasswordGate.open(plan.gatePort(), plan.gateHash());
        }
        NativeEngine.load(Path.of(plan.library()));
        String error = NativeServer.run(plan.arguments());
        System.err.println(error == null ? "the engine ended by itself" : error);
        System.err.flush();
        NativeServer.exit(1);
    }

    private static void endWithParent(DataInputStream in, LaunchPlan plan) {
        try {
            while (in.read() >= 0) {}
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        FileTrees.delete(Path.of(plan.temporary()));
        NativeServer.exit(0);
    }
}
