package io.chconnect.benchmarks.path.insert;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockWriter;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** The floor of inserting: Native bytes that were made beforehand, posted with the HTTP library that the client uses. */
public final class RawHttpInsert implements Contestant {
    private final String url;
    private final byte[] bytes;
    private final long rows;
    private final CloseableHttpClient http = HttpClients.createDefault();

    public RawHttpInsert(String url, String table, Iterator<Block> blocks, long rows) {
        this.url =
                url + "/?query=" + URLEncoder.encode("INSERT INTO " + table + " FORMAT Native", StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlockWriter writer = new BlockWriter(out::write);
        blocks.forEachRemaining(writer::write);
        this.bytes = out.toByteArray();
        this.rows = rows;
    }

    @Override
    public String name() {
        return "raw HTTP, prepared bytes";
    }

    @Override
    public long run() throws Exception {
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_OCTET_STREAM));
        http.execute(post, response -> {
            if (response.getCode() != 200) {
                throw new IllegalStateException("status " + response.getCode());
            }
            return response.getCode();
        });
        return rows;
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
