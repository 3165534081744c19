package io.chconnect.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.ExternalTable;
import io.chconnect.client.Session;
import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are shaped without a socket. */
class HttpRequestEncoderTest {
    private static HttpRequestEncoder encoder(String url) {
        return new HttpRequestEncoder(ConnectionUrl.parse(url));
    }

    private static StatementRequest request(Map<String, String> settings, Map<String, String> parameters) {
        return StatementRequest.builder("SELECT 1", Duration.ofSeconds(1))
                .settings(settings)
                .parameters(parameters)
                .build();
    }

    private static String target(HttpPost post) {
        return post.getRequestUri();
    }

    private static String body(HttpPost post) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        post.getEntity().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPlainQueryCarriesOnlyWhatEveryUserMaySend() throws IOException {
        HttpPost post = encoder("http://db.example").query(request(Map.of(), Map.of()), "id", ServerDialect.CURRENT);

        assertThat(target(post))
                .isEqualTo(
                        "/?query_id=id&default_format=Native&client_protocol_version=54405&enable_http_compression=1");
        assertThat(post.getFirstHeader("Accept-Encoding").getValue()).isEqualTo("lz4");
        assertThat(body(post)).isEqualTo("SELECT 1");
        assertThat(post.getEntity().getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost", "http://127.0.0.1:1", "http://[::1]", "http://db.example?compression=none"})
    void nothingIsCompressedToThisMachineOrWhenItIsSwitchedOff(String url) {
        HttpPost post = encoder(url).query(request(Map.of(), Map.of()), "id", ServerDialect.CURRENT);

        assertThat(target(post)).doesNotContain("compress");
        assertThat(post.getFirstHeader("Accept-Encoding")).isNull();
    }

    @Test
    void theProtocolWinsOverSettings() {
        StatementRequest request = request(
                Map.of("query_id", "settings-id", "database", "x", "wait_end_of_query", "0", "max_threads", "2"),
                Map.of("p&q", "a b"));

        assertThat(target(encoder("http://localhost/db").command(request, "own-id")))
                .contains("query_id=own-id", "database=db", "wait_end_of_query=1", "max_threads=2", "param_p%26q=a+b")
                .doesNotContain("settings-id");
        assertThatThrownBy(() -> encoder("http://localhost").command(request(Map.of("param_x", "1"), Map.of()), "id"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void sessionsRolesAndHeadersGoAlong() {
        StatementRequest request = StatementRequest.builder("SELECT 1", Duration.ofSeconds(1))
                .database("other")
                .session(
                        Session.of("s 1").withIdleTimeout(Duration.ofSeconds(7)).existing())
                .roles(List.of("a", "b&c"))
                .headers(Map.of("X-One", "1"))
                .build();

        HttpPost post = encoder("http://localhost/db?path=/ch/").query(request, "id", ServerDialect.CURRENT);

        assertThat(target(post))
                .startsWith("/ch/?")
                .contains(
                        "database=other",
                        "session_id=s+1",
                        "session_timeout=7",
                        "session_check=1",
                        "role=a&role=b%26c");
        assertThat(post.getFirstHeader("X-One").getValue()).isEqualTo("1");
    }

    @Test
    void longParametersMoveIntoAForm() throws IOException {
        StatementRequest shortOne = request(Map.of(), Map.of("p", "x".repeat(4000)));
        StatementRequest longOne = request(Map.of(), Map.of("p", "x".repeat(4096)));

        assertThat(target(encoder("http://localhost").query(shortOne, "id", ServerDialect.CURRENT)))
                .contains("param_p");
        HttpPost post = encoder("http://localhost").query(longOne, "id", ServerDialect.CURRENT);
        assertThat(target(post)).doesNotContain("param_p");
        assertThat(post.getEntity().getContentType()).startsWith("multipart/form-data");
        assertThat(body(post)).contains("name=\"query\"", "SELECT 1", "name=\"param_p\"", "x".repeat(4096));
    }

    @Test
    void parametersMayAlwaysGoInTheBody() throws IOException {
        HttpRequestEncoder encoder = encoder("http://localhost?parameters_in_body=true");
        HttpPost query = encoder.query(request(Map.of(), Map.of("p", "secret")), "id", ServerDialect.CURRENT);
        HttpPost command = encoder.command(request(Map.of(), Map.of("p", "secret")), "id");

        for (HttpPost post : new HttpPost[] {query, command}) {
            assertThat(target(post)).doesNotContain("secret");
            assertThat(body(post)).contains("name=\"param_p\"", "secret");
        }
        assertThat(body(encoder.command(request(Map.of(), Map.of()), "id"))).isEqualTo("SELECT 1");
    }

    @Test
    void externalTablesAreFilesOfAForm() throws IOException {
        StatementRequest request = StatementRequest.builder("SELECT * FROM t", Duration.ofSeconds(1))
                .externalTables(List.of(ExternalTable.of("t", "id Int8, s String", "TSV", new byte[] {'1'})))
                .build();

        HttpPost post = encoder("http://localhost").query(request, "id", ServerDialect.CURRENT);

        assertThat(target(post)).contains("t_format=TSV", "t_structure=id+Int8%2C+s+String");
        assertThat(body(post)).contains("name=\"t\"; filename=\"t\"");
        assertThat(body(post)).as("sent again").contains("SELECT * FROM t");
    }

    @Test
    void compressedDataHasItsStatementInTheUrl() throws IOException {
        StatementRequest insert = StatementRequest.builder("INSERT INTO t FORMAT CSV", Duration.ofSeconds(1))
                .build();
        RawContent data = RawContent.of(new byte[] {'1', '\n'});

        HttpPost plain = encoder("http://localhost").rawInsert(insert, "id", data);
        assertThat(body(plain)).isEqualTo("INSERT INTO t FORMAT CSV\n1\n");
        HttpPost packed = encoder("http://db.example").rawInsert(insert, "id", data.compressedWith("gzip"));
        assertThat(target(packed)).contains("query=INSERT+INTO+t+FORMAT+CSV");
        assertThat(packed.getEntity().getContentEncoding()).isEqualTo("gzip");
        assertThat(body(packed)).isEqualTo("1\n");
    }

    @ParameterizedTest
    @CsvSource({"'',/,/ping", "proxy,/proxy,/proxy/ping", "/a/b,/a/b,/a/b/ping", "/a/,/a/,/a/ping"})
    void aPathIsUsedAsItIs(String path, String expected, String ping) {
        HttpRequestEncoder encoder = encoder("http://localhost?path=" + path);

        assertThat(encoder.path()).isEqualTo(expected);
        assertThat(encoder.pingPath()).isEqualTo(ping);
    }

    @Test
    void headersOfTheUserWin() {
        ClientConfig config =
                ConnectionUrl.parse("http://u:p@localhost?client_name=n%C3%A4me&header_User-Agent=mine&header_X-A=b");

        assertThat(new HttpRequestEncoder(config).headers())
                .containsEntry("Authorization", "Basic dTpw")
                .containsEntry("User-Agent", "mine")
                .containsEntry("X-A", "b");
        assertThat(encoder("http://localhost").headers()).doesNotContainKey("Authorization");
        assertThat(encoder("http://localhost?client_name=n%C3%A4me").headers().get("User-Agent"))
                .startsWith("nme clickhouse-connect-java")
                .contains("lv:java/");
        assertThat(config.toString()).doesNotContain("mine").contains("header_*=***");
    }
}
