package io.chconnect.conformance.fuzz;

import io.chconnect.codec.ByteSource;
import java.nio.ByteBuffer;
import java.util.List;

/** How bytes arrive: as a whole, as from the engine in process, or in pieces. */
enum Windows {
    WHOLE {
        @Override
        ByteSource of(byte[] bytes) {
            return ByteSource.of(bytes);
        }
    },
    DIRECT {
        @Override
        ByteSource of(byte[] bytes) {
            ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
            direct.put(bytes).flip();
            return pieces(direct, bytes.length);
        }
    },
    PIECES {
        @Override
        ByteSource of(byte[] bytes) {
            return pieces(ByteBuffer.wrap(bytes), PIECE_BYTES);
        }
    };

    /** All of them, in order. */
    static final List<Windows> ALL = List.of(values());

    private static final int PIECE_BYTES = 7;

    abstract ByteSource of(byte[] bytes);

    private static ByteSource pieces(ByteBuffer all, int length) {
        return () -> {
            if (!all.hasRemaining()) {
                return null;
            }
            ByteBuffer piece = all.slice(all.position(), Math.min(length, all.remaining()));
            all.position(all.position() + piece.remaining());
            return piece;
        };
    }
}
