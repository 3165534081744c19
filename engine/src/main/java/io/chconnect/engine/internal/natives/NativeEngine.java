package io.chconnect.engine.internal.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Loads the library into this process, once. */
public final class NativeEngine {
    /** RTLD_LAZY without RTLD_GLOBAL: the library's symbols must not take the place of others in this process. */
    private static final int OPEN_FLAGS = 1;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static volatile @Nullable Path loaded;
    private static @Nullable NativeLibrary library;
    private static volatile boolean insertStreams;
    private static volatile boolean arrowStreams;
    private static volatile @Nullable SignalActions jvmActions;

    private NativeEngine() {}

    /**
     * Loads the library and turns the engine's signal handlers off.
     *
     * @param path a complete library file
     * @throws EmbeddedLibraryException when the file cannot be loaded
     * @throws ConfigurationException when another file was loaded before
     */
    public static void load(Path path) {
        LOCK.lock();
        try {
            if (path.equals(loaded)) {
                return;
            }
            if (loaded != null) {
                throw new ConfigurationException("this process has the engine library " + loaded
                        + " loaded and cannot load " + path + " beside it; use one of them throughout");
            }
            library = bind(path);
            // With the engine's handlers on, the JVM's own use of SIGSEGV (implicit null checks) hangs.
            SignalActions actions = SignalActions.current();
            LibChdb.chdb_set_signal_handlers_enabled(0);
            if (actions.areInForce()) {
                actions.close();
            } else {
                jvmActions = actions;
                restoreSignals();
            }
            loaded = path;
        } finally {
            LOCK.unlock();
        }
    }

    /** Gives the JVM its signals back, where the library is one that takes them at each connection. */
    static void restoreSignals() {
        SignalActions actions = jvmActions;
        if (actions != null) {
            actions.restore();
        }
    }

    private static NativeLibrary bind(Path path) {
        try {
            NativeLibrary found =
                    NativeLibrary.getInstance(path.toString(), Map.of(Library.OPTION_OPEN_FLAGS, OPEN_FLAGS));
            Native.register(LibChdb.class, found);
            insertStreams = has(found, "chdb_stream_insert_n");
            if (insertStreams) {
                Native.register(LibChdbInsert.class, found);
            }
            // The newest of these functions.
            arrowStreams = has(found, "chdb_stream_query_arrow_with_params_n");
            if (arrowStreams) {
                Native.register(LibChdbArrow.class, found);
            }
            return found;
        } catch (UnsatisfiedLinkError e) {
            throw new EmbeddedLibraryException(
                    "cannot load the engine library " + path + ": " + e.getMessage()
                            + ". Use a libchdb of version 26.5.3 or newer made for this platform, or remove the file so "
                            + "that it is fetched again",
                    e);
        } catch (NoClassDefFoundError e) {
            throw new EmbeddedLibraryException("cannot load JNA's native part: " + e.getMessage(), e);
        }
    }

    /** Whether the loaded library takes the data of an insert bit by bit. */
    static boolean streamsInserts() {
        return insertStreams;
    }

    /** Refuses what a library without Arrow's C Data Interface cannot do. */
    static void requireArrow() {
        if (!arrowStreams) {
            throw new ConfigurationException("the engine library " + loaded
                    + " hands out no memory of Arrow: that needs version 26.7.0 or newer");
        }
    }

    private static boolean has(NativeLibrary library, String function) {
        try {
            library.getFunction(function);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** Stops the engine's threads before the process runs its exit handlers; only when no connection is open. */
    static void shutdown() {
        LOCK.lock();
        try {
            // Older libraries have no such function and exit without it.
            if (library != null && has(library, "chdb_shutdown")) {
                library.getFunction("chdb_shutdown").invokeInt(new Object[0]);
            }
        } finally {
            LOCK.unlock();
        }
    }
}
