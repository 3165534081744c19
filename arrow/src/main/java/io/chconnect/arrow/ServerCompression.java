package io.chconnect.arrow;

import java.util.Locale;

/** How a server compresses the buffers of an Arrow stream that it writes. */
public enum ServerCompression {
    /** Not at all: best within a machine or a fast network, and where HTTP compresses. */
    NONE,
    /** By zstd, for which {@code com.github.luben:zstd-jni} must be on the class path. */
    ZSTD,
    /** By lz4. */
    LZ4;

    String settingValue() {
        return this == LZ4 ? "lz4_frame" : name().toLowerCase(Locale.ROOT);
    }
}
