package io.chconnect.client;

import io.chconnect.client.transport.RawContent;
import io.chconnect.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A table that goes along with one statement, which uses it by its name. Immutable.
 *
 * @param name its name in the statement: a letter or underscore, then letters, digits and underscores
 * @param format the format of its data, for example {@code CSV}
 * @param structure its columns, for example {@code id UInt64, name String}
 * @param content its data
 */
public record ExternalTable(String name, String format, String structure, RawContent content) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_]+");

    /** Checks the name, the format and the structure. */
    public ExternalTable {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException("The name of an external table is \"" + name
                    + "\": expected a letter or underscore, then letters, digits and underscores");
        }
        if (!FORMAT.matcher(format).matches()) {
            throw new ConfigurationException("The format of the external table " + name + " is \"" + format
                    + "\": expected the name of a ClickHouse format, for example CSV");
        }
        if (structure.isBlank()) {
            throw new ConfigurationException(
                    "The structure of the external table " + name + " is empty: expected its columns, as in id UInt64");
        }
    }

    /**
     * A table out of bytes.
     *
     * @param name its name in the statement
     * @param structure its columns, for example {@code id UInt64, name String}
     * @param format the format of the bytes
     * @param data the bytes; not copied, and not to be written to while the statement runs
     * @return the table
     * @throws ConfigurationException if the name or the format is none, or the structure is empty
     */
    public static ExternalTable of(String name, String structure, String format, byte[] data) {
        return new ExternalTable(
                name, format, structure, new RawContent(() -> new ByteArrayInputStream(data), null, true));
    }

    /**
     * A table out of a file, which is read when the statement is sent.
     *
     * @param name its name in the statement
     * @param structure its columns, for example {@code id UInt64, name String}
     * @param format the format of the file
     * @param file the file
     * @return the table
     * @throws ConfigurationException if the name or the format is none, the structure is empty, or the file cannot be read
     */
    public static ExternalTable of(String name, String structure, String format, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException(
                    "The file of the external table " + name + " is " + file + ", which cannot be read");
        }
        return new ExternalTable(name, format, structure, new RawContent(() -> Files.newInputStream(file), null, true));
    }
}
