package io.chconnect.client.internal.compression;

import java.io.IOException;
import java.io.OutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** LZ4 frames, written. */
final class Lz4FrameOutput {
    private Lz4FrameOutput() {}

    static OutputStream open(OutputStream out) throws IOException {
        return new LZ4FrameOutputStream(
                out, LZ4FrameOutputStream.BLOCKSIZE.SIZE_1MB, LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE);
    }
}
