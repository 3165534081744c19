package io.chconnect.client.internal.compression;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Brotli, by a library that need not be there. */
final class BrotliStreams {
    /** A level whose speed fits a network; the library's own default is for files that are written once. */
    private static final int QUALITY = 4;

    private BrotliStreams() {}

    static InputStream decode(InputStream in) throws IOException {
        load();
        return Library.decode(in);
    }

    static OutputStream encode(OutputStream out) throws IOException {
        load();
        return Library.encode(out);
    }

    /** Apart, since the JVM looks for the library's classes when it loads the class that uses them, before any of its code. */
    private static final class Library {
        static void load() {
            Brotli4jLoader.ensureAvailability();
        }

        static InputStream decode(InputStream in) throws IOException {
            return new BrotliInputStream(in);
        }

        static OutputStream encode(OutputStream out) throws IOException {
            return new BrotliOutputStream(out, new Encoder.Parameters().setQuality(QUALITY));
        }
    }

    private static void load() {
        try {
            Library.load();
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new ConfigurationException(
                    "br compression needs the library com.aayushatharva.brotli4j:brotli4j and its native part on the"
                            + " class path, or choose lz4",
                    e);
        }
    }
}
