package io.chconnect.engine.internal.natives;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the engine's command line, {@code clickhouse local}, in a process that does nothing else with it. */
public final class NativeServer {
    private NativeServer() {}

    /**
     * Runs until the statements of the command line end.
     *
     * @param arguments the command line, beginning with the program's name
     * @return the engine's error, or null when it has none
     */
    public static @Nullable String run(List<String> arguments) {
        try (Memory argv = CStrings.arguments(arguments)) {
            Pointer result = LibChdb.chdb_query_cmdline(arguments.size(), argv);
            Pointer error = result == null ? null : LibChdb.chdb_result_error(result);
            return error == null ? null : CStrings.read(error);
        }
    }

    /**
     * Ends the process at once. {@link Runtime#halt} runs the exit handlers of C++, which crash under the engine's live
     * threads.
     *
     * @param code the exit code
     */
    public static void exit(int code) {
        NativeLibrary.getProcess().getFunction("_exit").invokeVoid(new Object[] {code});
    }
}
