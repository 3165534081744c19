package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Compression;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.BlockSupplier;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.codec.ProtocolRevision;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** Shapes requests: pure functions from a statement to URL, headers and body. */
final class HttpRequestEncoder {
    private static final ContentType SQL = ContentType.create("text/plain", StandardCharsets.UTF_8);

    private final ClientConfig config;
    private final HttpCompression compression;

    HttpRequestEncoder(ClientConfig config) {
        this.config = config;
        this.compression = HttpCompression.of(config);
    }

    /** A query, whose answer comes as Native blocks. */
    HttpPost query(StatementRequest request, String queryId, ServerDialect dialect) {
        UrlParameters parameters = parameters(request, queryId)
                .set("default_format", "Native")
                .set(
                        dialect.revision() != ProtocolRevision.NONE,
                        "client_protocol_version",
                        Integer.toString(dialect.revision()));
        return compressed(request, parameters, dialect);
    }

    /** Whether answers come in frames, where the server can. */
    boolean receivesFrames() {
        return compression.receivesFrames();
    }

    /** Whether answers come in frames of LZ4 by HTTP's own means. */
    boolean receivesLz4() {
        return compression.answers() == Compression.LZ4;
    }

    /** A query, whose answer comes in any format. */
    HttpPost rawQuery(StatementRequest request, String queryId, @Nullable String format, ServerDialect dialect) {
        UrlParameters parameters = parameters(request, queryId);
        if (format != null) {
            parameters.set("default_format", format);
        }
        return compressed(request, parameters, dialect);
    }

    /** A command, whose answer comes when all is done. */
    HttpPost command(StatementRequest request, String queryId) {
        UrlParameters parameters = parameters(request, queryId)
                .set("default_format", "TabSeparated")
                .set("wait_end_of_query", "1");
        return statement(request, parameters, false);
    }

    /** An insert of blocks. */
    HttpPost insert(StatementRequest request, String queryId, BlockSupplier blocks) {
        UrlParameters parameters = parameters(request, queryId)
                .parameters(request)
                .set("wait_end_of_query", "1")
                .set(compression.sendsFrames(), "decompress", "1");
        HttpPost post = post(request, parameters, false);
        post.setEntity(compression.packed(new InsertEntity(request.sql() + " FORMAT Native\n", blocks)));
        return post;
    }

    /** An insert of bytes. Bytes that are compressed already cannot have the statement in front of them. */
    HttpPost rawInsert(StatementRequest request, String queryId, RawContent content) {
        UrlParameters parameters =
                parameters(request, queryId).parameters(request).set("wait_end_of_query", "1");
        boolean packed = content.encoding() != null;
        if (packed) {
            parameters.set("query", request.sql());
        } else {
            parameters.set(compression.sendsFrames(), "decompress", "1");
        }
        HttpPost post = post(request, parameters, false);
        RawEntity body = new RawEntity(packed ? "" : request.sql() + "\n", content);
        post.setEntity(packed ? body : compression.packed(body));
        return post;
    }

    /** The headers of every request. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String user = config.get(Options.USER);
        String password = config.get(Options.PASSWORD);
        if (!password.isEmpty() || !user.equals(Options.USER.defaultValue())) {
            byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            headers.put(
                    HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        headers.put(HttpHeaders.USER_AGENT, UserAgent.of(config.get(Options.CLIENT_NAME)));
        headers.putAll(config.get(Options.HEADERS));
        return headers;
    }

    /** The path of the server's URL, with which every request begins. */
    String path() {
        String path = config.get(Options.PATH);
        return path.isEmpty() ? "/" : path.startsWith("/") ? path : "/" + path;
    }

    /** Where to ask whether the server is there. */
    String pingPath() {
        return path().endsWith("/") ? path() + "ping" : path() + "/ping";
    }

    private UrlParameters parameters(StatementRequest request, String queryId) {
        UrlParameters parameters = new UrlParameters().settings(request.settings());
        String database = request.database() == null ? config.get(Options.DATABASE) : request.database();
        parameters.set(!database.isEmpty(), "database", database).set("query_id", queryId);
        if (request.session() != null) {
            parameters.session(request.session());
        }
        request.externalTables()
                .forEach(table -> parameters
                        .set(table.name() + "_format", table.format())
                        .set(table.name() + "_structure", table.structure()));
        return parameters.roles(request.roles());
    }

    private HttpPost compressed(StatementRequest request, UrlParameters parameters, ServerDialect dialect) {
        boolean framed = compression.receivesFrames() && dialect.framesArrive();
        String accepted = compression.accepted();
        parameters.set(accepted != null, "enable_http_compression", "1").set(framed, "compress", "1");
        HttpPost post = statement(request, parameters, framed);
        if (accepted != null) {
            post.setHeader(HttpHeaders.ACCEPT_ENCODING, accepted);
        }
        return post;
    }

    private HttpPost statement(StatementRequest request, UrlParameters parameters, boolean framed) {
        boolean form = StatementForm.isNeeded(request, config.get(Options.PARAMETERS_IN_BODY));
        HttpPost post = post(request, form ? parameters : parameters.parameters(request), framed);
        post.setEntity(
                form
                        ? StatementForm.of(request)
                        : new ByteArrayEntity(request.sql().getBytes(StandardCharsets.UTF_8), SQL));
        return post;
    }

    private HttpPost post(StatementRequest request, UrlParameters parameters, boolean framed) {
        String target = path() + "?" + parameters;
        HttpPost post = framed ? new FramedPost(target) : new HttpPost(target);
        request.headers().forEach(post::setHeader);
        return post;
    }
}
