package io.chconnect.client.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A body that is left without its end when its writing fails. HttpClient closes the stream it gives to an entity also then,
 * and a chunked stream that is closed looks complete: the server would store half an insert.
 */
final class RequestBody extends HttpEntityWrapper {
    RequestBody(HttpEntity body) {
        super(body);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            super.writeTo(out);
        } catch (IOException | RuntimeException | Error e) {
            if (out instanceof Stream stream) {
                stream.left = true;
            }
            throw e;
        }
    }

    /** The stream of a connection, which is not ended when its writer failed. */
    static final class Stream extends OutputStream {
        private final OutputStream out;
        private boolean left;

        Stream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int next) throws IOException {
            out.write(next);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            if (!left) {
                out.close();
            }
        }
    }
}
