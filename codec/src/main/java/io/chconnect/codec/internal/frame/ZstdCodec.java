package io.chconnect.codec.internal.frame;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.chconnect.error.ConfigurationException;
import java.util.function.LongSupplier;

/** ZSTD, by a library that need not be there. */
final class ZstdCodec {
    private ZstdCodec() {}

    static int maxCompressedLength(int length) {
        return (int) present(() -> Zstd.compressBound(length));
    }

    static int compress(byte[] source, int length, byte[] target, int offset) {
        long size = present(() -> Zstd.compressByteArray(
                target, offset, target.length - offset, source, 0, length, Zstd.defaultCompressionLevel()));
        if (Zstd.isError(size)) {
            throw new IllegalStateException("ZSTD cannot compress " + length + " bytes: " + Zstd.getErrorName(size));
        }
        return (int) size;
    }

    static int decompress(byte[] source, int offset, int length, byte[] target, int targetLength) {
        return (int) present(() -> Decompression.run(source, offset, length, target, targetLength));
    }

    /** Apart, since the JVM looks for the class of a caught exception when it loads the class that catches it. */
    private static final class Decompression {
        static long run(byte[] source, int offset, int length, byte[] target, int targetLength) {
            try {
                long size = Zstd.decompressByteArray(target, 0, targetLength, source, offset, length);
                return Zstd.isError(size) ? FrameMethod.BROKEN : size;
            } catch (ZstdException e) {
                return FrameMethod.BROKEN;
            }
        }
    }

    private static long present(LongSupplier call) {
        try {
            return call.getAsLong();
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new ConfigurationException(
                    "ZSTD compression needs the library com.github.luben:zstd-jni on the class path, or choose lz4", e);
        }
    }
}
