package io.chconnect.client.internal.http;

import io.chconnect.client.internal.compression.ContentCoding;
import io.chconnect.client.internal.compression.FrameOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** A body that is compressed while it is written. */
final class PackedEntity extends HttpEntityWrapper {
    private final @Nullable ContentCoding coding;
    private final boolean zstdFrames;

    PackedEntity(HttpEntity body, @Nullable ContentCoding coding, boolean zstdFrames) {
        super(body);
        this.coding = coding;
        this.zstdFrames = zstdFrames;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        KeptOpen kept = new KeptOpen(out);
        OutputStream packing = coding == null ? new FrameOutput(kept, zstdFrames) : coding.encode(kept);
        try {
            super.writeTo(packing);
        } catch (IOException | RuntimeException | Error e) {
            kept.abandoned = true;
            closeQuietly(packing, e);
            throw e;
        }
        packing.close();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return coding == null ? null : coding.token();
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public boolean isChunked() {
        return true;
    }

    private static void closeQuietly(OutputStream packing, Throwable cause) {
        try {
            packing.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The connection, which outlives the packing; a body that failed must not get a proper end. */
    private static final class KeptOpen extends FilterOutputStream {
        private boolean abandoned;

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!abandoned) {
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void write(int next) throws IOException {
            if (!abandoned) {
                out.write(next);
            }
        }

        @Override
        public void close() throws IOException {
            if (!abandoned) {
                out.flush();
            }
        }
    }
}
