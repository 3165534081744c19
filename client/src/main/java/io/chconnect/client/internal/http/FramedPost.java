package io.chconnect.client.internal.http;

import org.apache.hc.client5.http.classic.methods.HttpPost;

/** A request that asks for an answer in ClickHouse's own compressed frames, which no header of the answer tells. */
final class FramedPost extends HttpPost {
    private static final long serialVersionUID = 1L;

    FramedPost(String target) {
        super(target);
    }
}
