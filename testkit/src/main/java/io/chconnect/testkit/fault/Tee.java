package io.chconnect.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps what is read through it. */
final class Tee extends InputStream {
    private final InputStream in;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    Tee(InputStream in) {
        this.in = in;
    }

    byte[] copy() {
        return copy.toByteArray();
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            copy.write(b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            copy.write(bytes, offset, count);
        }
        return count;
    }
}
