package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Compression;
import io.chconnect.client.config.Options;
import io.chconnect.client.internal.compression.ContentCoding;
import java.util.Locale;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * What is compressed how.
 *
 * @param answers how answers shall be
 * @param inserts how inserts are
 */
record HttpCompression(Compression answers, Compression inserts) {
    static HttpCompression of(ClientConfig config) {
        Compression automatic = isLoopback(config.endpoint().host()) ? Compression.NONE : Compression.LZ4;
        return new HttpCompression(
                resolve(config.get(Options.COMPRESSION), automatic),
                resolve(config.get(Options.INSERT_COMPRESSION), automatic));
    }

    /** What {@code Accept-Encoding} says; null when nothing is to be compressed by HTTP. */
    @Nullable
    String accepted() {
        ContentCoding coding = coding(answers);
        return coding == null ? null : coding.token();
    }

    boolean receivesFrames() {
        return isFrames(answers);
    }

    boolean sendsFrames() {
        return isFrames(inserts);
    }

    /** A body as it is sent. */
    HttpEntity packed(HttpEntity body) {
        ContentCoding coding = coding(inserts);
        return coding == null && !sendsFrames()
                ? body
                : new PackedEntity(body, coding, inserts == Compression.BLOCKS_ZSTD);
    }

    private static Compression resolve(Compression wanted, Compression automatic) {
        return wanted == Compression.AUTO ? automatic : wanted;
    }

    private static boolean isFrames(Compression compression) {
        return compression == Compression.BLOCKS_LZ4 || compression == Compression.BLOCKS_ZSTD;
    }

    private static @Nullable ContentCoding coding(Compression compression) {
        return switch (compression) {
            case LZ4 -> ContentCoding.LZ4;
            case ZSTD -> ContentCoding.ZSTD;
            case GZIP -> ContentCoding.GZIP;
            case DEFLATE -> ContentCoding.DEFLATE;
            case BR -> ContentCoding.BROTLI;
            case AUTO, NONE, BLOCKS_LZ4, BLOCKS_ZSTD -> null;
        };
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.startsWith("127.")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1");
    }
}
