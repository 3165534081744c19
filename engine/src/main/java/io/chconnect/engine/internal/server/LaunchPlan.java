package io.chconnect.engine.internal.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the child process is told through its standard input, which then stays open as long as the parent lives. A command
 * line would be shown to every user of the machine and be encoded in the JVM's charset.
 *
 * @param library the library file
 * @param temporary the directory to remove when the parent is gone
 * @param gatePort the port of the {@link PasswordGate}, or 0 for none
 * @param gateHash the SHA-256 of its password in hexadecimal; empty for none
 * @param arguments the engine's {@code argv}
 */
record LaunchPlan(String library, String temporary, int gatePort, String gateHash, List<String> arguments) {
    /** The last statement never ends by itself; the one before it tells that both ports listen. */
    static LaunchPlan of(String library, ServerFiles files, int gatePort, String gateHash) {
        String statements = "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; SELECT 1 INTO OUTFILE '"
                + files.ready().toString().replace("\\", "\\\\").replace("'", "\\'")
                + "' FORMAT TSV; SELECT sleepEachRow(1) FROM system.numbers SETTINGS max_block_size = 1, max_threads = 1,"
                + " max_execution_time = 0, max_rows_to_read = 0, max_bytes_to_read = 0, max_result_rows = 0,"
                + " function_sleep_max_microseconds_per_block = 3000000 FORMAT Null";
        return new LaunchPlan(
                library,
                files.root().toString(),
                gatePort,
                gateHash,
                List.of("clickhouse", "--config-file=" + files.config(), "-q", statements));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(library);
        out.writeUTF(temporary);
        out.writeInt(gatePort);
        out.writeUTF(gateHash);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            out.writeUTF(argument);
        }
        out.flush();
    }

    static LaunchPlan read(DataInputStream in) throws IOException {
        String library = in.readUTF();
        String temporary = in.readUTF();
        int gatePort = in.readInt();
        String gateHash = in.readUTF();
        int count = in.readInt();
        List<String> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(in.readUTF());
        }
        return new LaunchPlan(library, temporary, gatePort, gateHash, List.copyOf(arguments));
    }
}
