package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The floor of reading: the Native bytes, drained with the HTTP library that the client uses. */
public final class RawHttpRead implements Contestant {
    private final String url;
    private final String sql;
    private final long expected;
    private final byte[] buffer = new byte[256 << 10];
    private final CloseableHttpClient http =
            HttpClients.custom().disableContentCompression().build();

    public RawHttpRead(String url, String sql, long expected) {
        this.url = url;
        this.sql = sql;
        this.expected = expected;
    }

    @Override
    public String name() {
        return "raw HTTP, bytes dropped";
    }

    @Override
    public long run() throws Exception {
        HttpPost post = new HttpPost(url + "/?default_format=" + URLEncoder.encode("Native", StandardCharsets.UTF_8));
        post.setEntity(new StringEntity(sql));
        long bytes = http.execute(post, response -> {
            if (response.getCode() != 200) {
                throw new IllegalStateException("status " + response.getCode());
            }
            return drain(response.getEntity().getContent());
        });
        if (bytes == 0) {
            throw new IllegalStateException("nothing came");
        }
        return expected;
    }

    private long drain(InputStream in) throws java.io.IOException {
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
        }
        return bytes;
    }

    @Override
    public void close() {
        http.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
