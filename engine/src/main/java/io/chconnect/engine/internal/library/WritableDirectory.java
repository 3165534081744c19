package io.chconnect.engine.internal.library;

import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rule for directories that keep tables. */
public final class WritableDirectory {
    private WritableDirectory() {}

    /**
     * Creates the directory when it is missing and tries to write into it.
     *
     * @param directory the directory
     * @return its path without links, for the engine compares paths letter by letter
     * @throws ConfigurationException when it cannot be created or written
     */
    public static Path require(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "write-test-", ""));
            return directory.toRealPath();
        } catch (IOException e) {
            throw new ConfigurationException("the data directory " + directory + " is not writable: " + e, e);
        }
    }
}
