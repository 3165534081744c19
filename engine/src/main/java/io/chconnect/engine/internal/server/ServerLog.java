package io.chconnect.engine.internal.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ends of a server's log files. */
final class ServerLog {
    private static final int TAIL_BYTES = 4096;

    private ServerLog() {}

    static String tail(ServerFiles files) {
        String process = tail(files.processLog());
        String engine = tail(files.engineLog());
        if (process.isEmpty() || engine.isEmpty()) {
            return process + engine;
        }
        return engine + "\n" + process;
    }

    private static String tail(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        } catch (IOException e) {
            return "";
        }
    }
}
