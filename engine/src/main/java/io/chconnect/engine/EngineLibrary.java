package io.chconnect.engine;

import io.chconnect.engine.internal.library.LibraryLocator;
import java.nio.file.Path;

/**
 * Where the engine's library file comes from. It is looked for in this order: the path given in code, the system property
 * {@value #SYSTEM_PROPERTY}, the environment variable {@value #ENVIRONMENT_VARIABLE}, the user cache, the class path; at
 * last the pinned npm package {@value #PACKAGE} is fetched into the user cache. The user cache is
 * {@code $XDG_CACHE_HOME/clickhouse-connect}, else {@code $HOME/.cache/clickhouse-connect}.
 */
public final class EngineLibrary {
    /** The npm package that is fetched, without its version. */
    public static final String PACKAGE = "@chdb/lib-linux-x64-gnu";

    /** The version of the npm package that is fetched. */
    public static final String VERSION = "26.7.3-stable.1";

    /** The environment variable that names the library file. */
    public static final String ENVIRONMENT_VARIABLE = "CLICKHOUSE_CONNECT_LIBCHDB";

    /** The system property that names the library file. */
    public static final String SYSTEM_PROPERTY = "clickhouse.connect.libchdb";

    private EngineLibrary() {}

    /**
     * Finds the library, or fetches it, with the default options. Safe for many threads and processes at once: one of
     * them fetches, the others wait for it.
     *
     * @return the absolute path of a complete library file
     * @throws io.chconnect.error.EmbeddedLibraryException when there is none and none can be fetched
     * @throws io.chconnect.error.CancelledException when the thread is interrupted during the fetch
     */
    public static Path locate() {
        return locate(LibraryOptions.defaults());
    }

    /**
     * Finds the library, or fetches it. Safe for many threads and processes at once.
     *
     * @param options where to look and whether to fetch
     * @return the absolute path of a complete library file
     * @throws io.chconnect.error.EmbeddedLibraryException when there is none and none can be fetched
     * @throws io.chconnect.error.CancelledException when the thread is interrupted during the fetch
     */
    public static Path locate(LibraryOptions options) {
        return LibraryLocator.system().locate(options);
    }
}
