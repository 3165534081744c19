package io.chconnect.client.internal.compression;

import io.chconnect.codec.internal.frame.FrameMethod;
import io.chconnect.codec.internal.frame.FrameWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** ClickHouse's own compressed frames, written. Not thread-safe. */
public final class FrameOutput extends OutputStream {
    private final OutputStream out;
    private final FrameWriter frames;

    public FrameOutput(OutputStream out, boolean zstd) {
        this.out = out;
        this.frames = new FrameWriter(this::pass, zstd ? FrameMethod.ZSTD : FrameMethod.LZ4);
    }

    @Override
    public void write(int next) throws IOException {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            frames.write(bytes, offset, length);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            frames.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.close();
    }

    private void pass(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
