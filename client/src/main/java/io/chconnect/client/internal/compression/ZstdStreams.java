package io.chconnect.client.internal.compression;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** ZSTD, by a library that need not be there. */
final class ZstdStreams {
    private ZstdStreams() {}

    static InputStream decode(InputStream in) throws IOException {
        try {
            return Library.decode(in);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw missing(e);
        }
    }

    static OutputStream encode(OutputStream out) throws IOException {
        try {
            return Library.encode(out);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw missing(e);
        }
    }

    /** Apart, since the JVM looks for the library's classes when it loads the class that uses them, before any of its code. */
    private static final class Library {
        static InputStream decode(InputStream in) throws IOException {
            return new ZstdInputStreamNoFinalizer(in);
        }

        static OutputStream encode(OutputStream out) throws IOException {
            return new ZstdOutputStreamNoFinalizer(out);
        }
    }

    private static ConfigurationException missing(Throwable e) {
        return new ConfigurationException(
                "zstd compression needs the library com.github.luben:zstd-jni on the class path, or choose lz4", e);
    }
}
