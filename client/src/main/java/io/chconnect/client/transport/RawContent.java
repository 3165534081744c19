package io.chconnect.client.transport;

import io.chconnect.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Data for an insert, as bytes.
 *
 * @param source opens the data
 * @param encoding how the bytes are compressed, as in {@code Content-Encoding}: {@code gzip}, {@code zstd}, {@code lz4},
 *     {@code br}, {@code deflate}; null when they are not
 * @param repeatable whether the data can be opened again
 */
public record RawContent(Source source, @Nullable String encoding, boolean repeatable) {
    /**
     * Data in memory.
     *
     * @param bytes the data; not copied, and not to be written to until it is sent
     * @return the content
     */
    public static RawContent of(byte[] bytes) {
        return new RawContent(() -> new ByteArrayInputStream(bytes), null, true);
    }

    /**
     * Data of a file, which is opened when it is sent. Its name tells whether it is compressed: {@code .gz}, {@code .zst},
     * {@code .lz4}, {@code .br}.
     *
     * @param file the file
     * @return the content
     * @throws ConfigurationException if there is no such file, or it cannot be read
     */
    public static RawContent of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException("The file " + file + " is not there or cannot be read");
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        String encoding = name.endsWith(".gz") || name.endsWith(".gzip")
                ? "gzip"
                : name.endsWith(".zst") ? "zstd" : name.endsWith(".lz4") ? "lz4" : name.endsWith(".br") ? "br" : null;
        return new RawContent(() -> Files.newInputStream(file), encoding, true);
    }

    /**
     * Data of a stream, which is read once and closed.
     *
     * @param stream the stream
     * @return the content
     */
    public static RawContent of(InputStream stream) {
        return new RawContent(() -> stream, null, false);
    }

    /**
     * The same data, said to be compressed. It is sent as it is, and the server unpacks it.
     *
     * @param name how it is compressed, as in {@code Content-Encoding}: {@code gzip}, {@code zstd}, {@code lz4}, {@code br},
     *     {@code deflate}
     * @return a new object
     */
    public RawContent compressedWith(String name) {
        return new RawContent(source, name, repeatable);
    }

    /** Opens data. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the data from its start.
         *
         * @return a stream; who opens it closes it
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }
}
