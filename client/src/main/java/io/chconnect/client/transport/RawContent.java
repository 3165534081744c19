package io.chconnect.client.transport;

import java.io.IOException;
import java.io.InputStream;
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
