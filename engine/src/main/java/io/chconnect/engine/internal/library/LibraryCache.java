package io.chconnect.engine.internal.library;

import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The part of the user cache that is ours:
 *
 * <pre>
 * $XDG_CACHE_HOME or $HOME/.cache
 *   clickhouse-connect/
 *     libchdb-26.7.3-stable.1-linux-x86_64-gnu/libchdb.so   complete as soon as it is there
 *     fetch-…/                                              a fetch at work, or the rest of a killed one
 *     fetch.lock                                            held by the process that fetches
 * </pre>
 */
final class LibraryCache {
    static final String LIBRARY_NAME = "libchdb.so";
    private static final String TEMPORARY_PREFIX = "fetch-";

    private final Path root;

    private LibraryCache(Path root) {
        this.root = root;
    }

    static LibraryCache of(HostEnvironment environment) {
        String cache = environment.variable("XDG_CACHE_HOME");
        if (cache != null && Path.of(cache).isAbsolute()) {
            return new LibraryCache(Path.of(cache, "clickhouse-connect"));
        }
        String home = environment.variable("HOME");
        if (home == null) {
            home = environment.properties().getProperty("user.home", "");
        }
        return new LibraryCache(Path.of(home, ".cache", "clickhouse-connect").toAbsolutePath());
    }

    Path root() {
        return root;
    }

    Path library(String version, Platform platform) {
        return root.resolve("libchdb-" + version + "-" + platform.key()).resolve(LIBRARY_NAME);
    }

    Path lockFile() {
        return root.resolve("fetch.lock");
    }

    void create() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new EmbeddedLibraryException(
                    "cannot create the cache directory " + root + ": " + e
                            + ". Set XDG_CACHE_HOME to a writable directory",
                    e);
        }
    }

    /** A new directory on the same file system as the cache; those of killed fetches are removed. Needs the lock. */
    Path freshTemporaryDirectory() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, TEMPORARY_PREFIX + "*")) {
            for (Path leftover : leftovers) {
                if (Files.isDirectory(leftover)) {
                    FileTrees.delete(leftover);
                }
            }
        }
        return Files.createTempDirectory(root, TEMPORARY_PREFIX);
    }

    /** Moves a file, already forced to the disk, to its final place in one step. */
    void publish(Path file, Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(target + " has no directory");
        }
        Files.createDirectories(directory);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
