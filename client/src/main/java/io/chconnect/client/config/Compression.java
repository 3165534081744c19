package io.chconnect.client.config;

import java.util.Locale;

/** How data is compressed on its way. */
public enum Compression {
    /** LZ4, and not at all to this machine itself. */
    AUTO,
    /** Not at all. */
    NONE,
    /** LZ4 frames: fast. */
    LZ4,
    /** ZSTD: smaller. Needs the library {@code com.github.luben:zstd-jni}. */
    ZSTD,
    /** Gzip: slow, but known to every proxy. */
    GZIP,
    /** Deflate: like gzip. */
    DEFLATE,
    /** Brotli. Needs the library {@code com.aayushatharva.brotli4j:brotli4j}. */
    BR,
    /** ClickHouse's own blocks with LZ4, which no proxy understands. */
    BLOCKS_LZ4,
    /** ClickHouse's own blocks with ZSTD for inserts; for answers, with what the server prefers. */
    BLOCKS_ZSTD;

    /** The name in URLs, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
