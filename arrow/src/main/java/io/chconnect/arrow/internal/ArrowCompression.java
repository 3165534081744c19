package io.chconnect.arrow.internal;

import com.github.luben.zstd.Zstd;
import io.chconnect.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.AbstractCompressionCodec;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/** How buffers of IPC streams and files are compressed; Arrow's own module takes a hundred times as long for lz4. */
public final class ArrowCompression {
    /** Makes codecs for zstd and lz4. */
    public static final CompressionCodec.Factory FACTORY = new Codecs();

    private ArrowCompression() {}

    private static final class Codecs implements CompressionCodec.Factory {
        @Override
        public CompressionCodec createCodec(CodecType type) {
            return switch (type) {
                case NO_COMPRESSION -> NoCompressionCodec.INSTANCE;
                case LZ4_FRAME -> new Lz4Codec();
                case ZSTD -> zstd();
            };
        }

        @Override
        public CompressionCodec createCodec(CodecType type, int level) {
            return createCodec(type);
        }

        private static CompressionCodec zstd() {
            try {
                Class.forName("com.github.luben.zstd.Zstd");
            } catch (ClassNotFoundException e) {
                throw new ConfigurationException(
                        "The data is compressed with zstd: com.github.luben:zstd-jni is needed on the class path", e);
            }
            return new ZstdCodec();
        }
    }

    /** A codec of byte arrays; the length before each compressed buffer says how long it was. */
    private abstract static class ArrayCodec extends AbstractCompressionCodec {
        abstract byte[] compress(byte[] plain);

        abstract byte[] decompress(byte[] compressed, int length);

        @Override
        protected final ArrowBuf doCompress(BufferAllocator allocator, ArrowBuf plain) {
            byte[] bytes = new byte[Math.toIntExact(plain.writerIndex())];
            plain.getBytes(0, bytes);
            byte[] compressed = compress(bytes);
            ArrowBuf buffer = allocator.buffer(8L + compressed.length);
            buffer.setLong(0, bytes.length);
            buffer.setBytes(8, compressed);
            buffer.writerIndex(8L + compressed.length);
            return buffer;
        }

        @Override
        protected final ArrowBuf doDecompress(BufferAllocator allocator, ArrowBuf compressed) {
            byte[] bytes = new byte[Math.toIntExact(compressed.writerIndex() - 8)];
            compressed.getBytes(8, bytes);
            byte[] plain = decompress(bytes, Math.toIntExact(compressed.getLong(0)));
            ArrowBuf buffer = allocator.buffer(plain.length);
            buffer.setBytes(0, plain);
            buffer.writerIndex(plain.length);
            return buffer;
        }
    }

    private static final class ZstdCodec extends ArrayCodec {
        @Override
        byte[] compress(byte[] plain) {
            return Zstd.compress(plain);
        }

        @Override
        byte[] decompress(byte[] compressed, int length) {
            byte[] plain = new byte[length];
            long size = Zstd.decompressByteArray(plain, 0, length, compressed, 0, compressed.length);
            if (Zstd.isError(size) || size != length) {
                throw new UncheckedIOException(new IOException("a zstd buffer is broken"));
            }
            return plain;
        }

        @Override
        public CodecType getCodecType() {
            return CodecType.ZSTD;
        }
    }

    private static final class Lz4Codec extends ArrayCodec {
        @Override
        byte[] compress(byte[] plain) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (LZ4FrameOutputStream frame = new LZ4FrameOutputStream(out)) {
                frame.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        @Override
        byte[] decompress(byte[] compressed, int length) {
            try {
                return Lz4Frame.decode(compressed, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public CodecType getCodecType() {
            return CodecType.LZ4_FRAME;
        }
    }
}
