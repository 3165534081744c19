package io.chconnect.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTTP messages: head, then a body with a length or in chunks. For one thread. */
final class RequestReader {
    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads a head.
     *
     * @return null when the connection ended before it began
     */
    @Nullable
    Head head() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int blank = first.indexOf(' ');
        int end = first.indexOf(' ', blank + 1);
        return new Head(first.substring(0, blank), first.substring(blank + 1, end < 0 ? first.length() : end), headers);
    }

    byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? new byte[0] : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            throw new EOFException("the body ended between two chunks");
        }
        return Integer.parseInt(line.strip(), 16);
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the body is short by " + (count - bytes.length) + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /**
     * The first line and the headers.
     *
     * @param method the first word; of an answer the version
     * @param target the second word; of an answer the status
     * @param headers by lower-case name
     */
    record Head(String method, String target, Map<String, String> headers) {}
}
