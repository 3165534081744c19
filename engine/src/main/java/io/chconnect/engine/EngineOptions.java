package io.chconnect.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the engine is opened in this process. Immutable. */
public final class EngineOptions {
    private final @Nullable Path dataDirectory;
    private final LibraryOptions library;
    private final Map<String, String> settings;

    private EngineOptions(@Nullable Path dataDirectory, LibraryOptions library, Map<String, String> settings) {
        this.dataDirectory = dataDirectory;
        this.library = library;
        this.settings = settings;
    }

    /**
     * Tables in memory, shared by all connections of this process and gone when the last engine is closed.
     *
     * @return the options
     */
    public static EngineOptions memory() {
        return new EngineOptions(null, LibraryOptions.defaults(), Map.of());
    }

    /**
     * Tables in a directory.
     *
     * @param dataDirectory the directory; created when it does not exist
     * @return the options
     */
    public static EngineOptions directory(Path dataDirectory) {
        return new EngineOptions(dataDirectory.toAbsolutePath().normalize(), LibraryOptions.defaults(), Map.of());
    }

    /**
     * Changes how the library is found.
     *
     * @param newLibrary the options
     * @return a changed copy
     */
    public EngineOptions withLibrary(LibraryOptions newLibrary) {
        return new EngineOptions(dataDirectory, newLibrary, settings);
    }

    /**
     * Gives every connection a query-level setting, such as {@code max_threads}.
     *
     * @param name the setting's name
     * @param value its value
     * @return a changed copy
     */
    public EngineOptions withSetting(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(name, value);
        return new EngineOptions(dataDirectory, library, Collections.unmodifiableMap(changed));
    }

    /**
     * The directory of the tables.
     *
     * @return an absolute path, or null when they are in memory
     */
    public @Nullable Path dataDirectory() {
        return dataDirectory;
    }

    /**
     * How the library is found.
     *
     * @return never null
     */
    public LibraryOptions library() {
        return library;
    }

    /**
     * The settings of every connection.
     *
     * @return unmodifiable
     */
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public String toString() {
        return "EngineOptions[dataDirectory=" + (dataDirectory == null ? ":memory:" : dataDirectory) + ", settings="
                + settings.keySet() + "]";
    }
}
