package io.chconnect.engine.internal.library;

import io.chconnect.engine.FetchListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a library file to disk, telling a listener every {@link #STEP_BYTES} bytes. */
final class UnpackProgress {
    static final int STEP_BYTES = 4 << 20;

    private UnpackProgress() {}

    /** Copies all bytes and forces them to the disk; the file must not exist. */
    static long copy(InputStream in, Path target, long total, FetchListener listener) throws IOException {
        byte[] buffer = new byte[STEP_BYTES];
        long done = 0;
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            listener.progress(FetchListener.Step.UNPACK, 0, total);
            int count = in.readNBytes(buffer, 0, STEP_BYTES);
            while (count > 0) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                done += count;
                listener.progress(FetchListener.Step.UNPACK, done, total);
                count = in.readNBytes(buffer, 0, STEP_BYTES);
            }
            out.force(true);
        }
        return done;
    }
}
