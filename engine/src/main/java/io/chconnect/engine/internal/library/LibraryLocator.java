package io.chconnect.engine.internal.library;

import io.chconnect.engine.EngineLibrary;
import io.chconnect.engine.LibraryOptions;
import io.chconnect.error.EmbeddedLibraryException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for the library in every place, in order; see {@link EngineLibrary}. */
public final class LibraryLocator {
    private final HostEnvironment environment;
    private final Platform platform;
    private final PinnedPackage pinned;
    private final LibraryCache cache;
    private final LibraryFetch fetch;
    private final ClassPathLibrary classPath;

    LibraryLocator(HostEnvironment environment, PinnedPackage pinned) {
        this.environment = environment;
        this.platform = environment.platform();
        this.pinned = pinned;
        this.cache = LibraryCache.of(environment);
        this.fetch = new LibraryFetch(pinned, new NpmPack(environment.npm()), cache);
        this.classPath = new ClassPathLibrary(environment, cache);
    }

    /**
     * A locator for this machine.
     *
     * @return a new locator
     */
    public static LibraryLocator system() {
        return new LibraryLocator(HostEnvironment.system(), PinnedPackage.CURRENT);
    }

    /**
     * Finds or fetches the library.
     *
     * @param options where to look
     * @return an absolute path
     */
    public Path locate(LibraryOptions options) {
        Path named = named(options);
        if (named != null) {
            return named;
        }
        Path cached = cache.library(pinned.version(), platform);
        if (platform.fetchable() && fetch.present(cached)) {
            return cached;
        }
        Path onClassPath = classPath.find(platform, options);
        if (onClassPath != null) {
            return checked(onClassPath, "the class path", "Replace that dependency");
        }
        if (!platform.exists()) {
            throw new EmbeddedLibraryException(unsupported());
        }
        if (!platform.fetchable() || !options.fetch()) {
            throw new EmbeddedLibraryException(missing(
                    cached,
                    platform.fetchable()
                            ? "fetching is turned off"
                            : "fetching works on " + Platform.LINUX_X86_64_GNU.key() + " only"));
        }
        try {
            fetch.fetch(cached, options);
        } catch (EmbeddedLibraryException e) {
            throw new EmbeddedLibraryException(missing(cached, e.getMessage()), e);
        }
        return cached;
    }

    private @Nullable Path named(LibraryOptions options) {
        if (options.path() != null) {
            return checked(options.path(), "the library options", "Name a complete libchdb.so there");
        }
        String property = environment.property(EngineLibrary.SYSTEM_PROPERTY);
        if (property != null) {
            return checked(
                    Path.of(property),
                    "the system property " + EngineLibrary.SYSTEM_PROPERTY,
                    "Name a complete libchdb.so there, or remove the property");
        }
        String variable = environment.variable(EngineLibrary.ENVIRONMENT_VARIABLE);
        if (variable != null) {
            return checked(
                    Path.of(variable),
                    "the environment variable " + EngineLibrary.ENVIRONMENT_VARIABLE,
                    "Name a complete libchdb.so there, or unset the variable");
        }
        return null;
    }

    private Path checked(Path path, String origin, String remedy) {
        String problem = LibraryFile.problem(path, platform);
        if (problem != null) {
            throw new EmbeddedLibraryException("the engine library " + path + ", named by " + origin
                    + ", cannot be used: " + problem + ". " + remedy + ".");
        }
        return path.toAbsolutePath().normalize();
    }

    private String unsupported() {
        return "there is no engine library libchdb for this platform, " + platform.key()
                + ": upstream builds it for Linux with glibc and for macOS, on x86-64 and AArch64; not for Windows and"
                + " not for musl (Alpine). Run on one of those, or use a ClickHouse server over http:// instead";
    }

    private String missing(Path cached, @Nullable String reason) {
        String cacheState = Files.exists(cached) ? " (incomplete or damaged)" : " (not there)";
        return "the engine library libchdb was not found for " + platform.key() + ". Looked at: the library options"
                + " (no path), the system property " + EngineLibrary.SYSTEM_PROPERTY
                + " (not set), the environment variable " + EngineLibrary.ENVIRONMENT_VARIABLE
                + " (not set), the cache "
                + cached + cacheState + ", the class path resource " + ClassPathLibrary.resource(platform)
                + " (not there). Not fetched: " + reason + ". To provide it: install npm and go online once; or run"
                + " \"npm pack " + pinned.spec() + "\" on another machine, unpack libchdb.so from the archive, and name"
                + " it in " + EngineLibrary.ENVIRONMENT_VARIABLE;
    }
}
