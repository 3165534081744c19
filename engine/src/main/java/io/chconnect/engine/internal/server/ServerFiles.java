package io.chconnect.engine.internal.server;

import io.chconnect.engine.internal.library.FileTrees;
import io.chconnect.engine.internal.library.WritableDirectory;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The files of one server, in a temporary directory only its user may enter.
 *
 * @param root the temporary directory
 * @param data the directory of the tables, below root unless it is kept
 */
record ServerFiles(Path root, Path data) {
    static ServerFiles create(@Nullable Path keptData) {
        Path root;
        try {
            root = Files.createTempDirectory("clickhouse-connect-server-");
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot create a temporary directory for a server: " + e, e);
        }
        try {
            ServerFiles files = new ServerFiles(root, keptData == null ? root.resolve("data") : keptData);
            Files.createDirectory(files.work());
            WritableDirectory.require(files.data());
            return files;
        } catch (IOException e) {
            FileTrees.delete(root);
            throw new EmbeddedLibraryException("cannot prepare the directory " + root + " of a server: " + e, e);
        } catch (RuntimeException e) {
            FileTrees.delete(root);
            throw e;
        }
    }

    Path config() {
        return root.resolve("config.xml");
    }

    Path users() {
        return root.resolve("users.xml");
    }

    /** The engine runs here, for it reads configuration files of its working directory. */
    Path work() {
        return root.resolve("work");
    }

    /** The standard output and error output of the child process. */
    Path processLog() {
        return root.resolve("process.log");
    }

    Path engineLog() {
        return root.resolve("engine.log");
    }

    /** Written by the engine when both its ports listen. */
    Path ready() {
        return root.resolve("ready");
    }

    /** Writes a file that only its owner may read. */
    void writePrivate(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot write " + file + ": " + e, e);
        }
    }

    void delete() {
        FileTrees.delete(root);
    }
}
