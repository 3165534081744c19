package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {
    private static ClickHouseServer server;

    @BeforeAll
    static void start() {
        server = ClickHouseServer.start(ServerOptions.builder()
                .timeZone(ZoneId.of("Asia/Tokyo"))
                .profile("reader", Map.of("readonly", "1", "max_threads", "3"))
                .user(ServerUser.named("default").withPassword("g\u00e4heim"))
                .user(ServerUser.named("reader").withPassword("pw-of-reader").withProfile("reader"))
                .user(ServerUser.named("open"))
                .user(ServerUser.named("granted").withGrant("GRANT SELECT ON system.one"))
                .serverSetting("query_log.database", "system")
                .serverSetting("query_log.table", "query_log")
                .build());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersOnBothPorts() throws IOException {
        assertThat(PlainHttp.send(server, "open:", "SELECT 'gr\u00fcn', tcpPort()"))
                .isEqualTo(new PlainHttp.Answer(200, 0, "gr\u00fcn\t" + server.tcpPort()));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.tcpPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("Port " + server.tcpPort() + " is for clickhouse-client program");
        }
    }

    @Test
    void wrongPasswordsAreRefused() throws IOException {
        assertThat(PlainHttp.send(server, "reader:wrong", "SELECT 1").errorCode())
                .isEqualTo(516);
        assertThat(PlainHttp.send(server, "nobody:pw-of-nobody", "SELECT 1").errorCode())
                .isEqualTo(516);
        assertThat(PlainHttp.send(server, "default:wrong", "SELECT 1").errorCode())
                .isEqualTo(194);
        assertThat(PlainHttp.send(server, "default:", "SELECT 1").errorCode()).isEqualTo(194);
        assertThat(PlainHttp.send(server, "SELECT 1").errorCode()).isEqualTo(194);
    }

    @Test
    void rightPasswordsAreAccepted() throws IOException {
        assertThat(PlainHttp.send(server, "reader:pw-of-reader", "SELECT currentUser()")
                        .body())
                .isEqualTo("reader");
        assertThat(PlainHttp.send(server, "default:g\u00e4heim", "SELECT currentUser()")
                        .body())
                .isEqualTo("default");
    }

    @Test
    void profilesAndGrantsHold() throws IOException {
        assertThat(PlainHttp.send(server, "reader:pw-of-reader", "SELECT getSetting('max_threads')")
                        .body())
                .isEqualTo("3");
        assertThat(PlainHttp.send(server, "reader:pw-of-reader", "CREATE DATABASE x")
                        .errorCode())
                .isEqualTo(164);
        assertThat(PlainHttp.send(server, "granted:", "SELECT * FROM system.one")
                        .body())
                .isEqualTo("0");
        assertThat(PlainHttp.send(server, "granted:", "SELECT * FROM system.numbers LIMIT 1")
                        .errorCode())
                .isEqualTo(497);
    }

    @Test
    void theTimeZoneHolds() throws IOException {
        assertThat(PlainHttp.send(server, "open:", "SELECT timezone(), toString(toDateTime(0))")
                        .body())
                .isEqualTo("Asia/Tokyo\t1970-01-01 09:00:00");
    }

    @Test
    void serverSettingsHold() throws IOException {
        String sql = "SELECT 'query_log_works'";
        PlainHttp.send(server, "open:", sql);
        PlainHttp.send(server, "open:", "SYSTEM FLUSH LOGS");

        assertThat(PlainHttp.send(
                                server,
                                "open:",
                                "SELECT count() > 0 FROM system.query_log WHERE query = '" + sql.replace("'", "\\'")
                                        + "'")
                        .body())
                .isEqualTo("1");
    }

    @Test
    void failuresAreInTheLogTail() throws IOException {
        PlainHttp.send(server, "open:", "SELECT * FROM no_such_table_for_the_log");

        assertThat(server.logTail()).contains("UNKNOWN_TABLE");
    }

    @Test
    void nothingSecretIsShown() {
        assertThat(server.toString()).contains(server.url()).doesNotContain("pw-of-reader");
        assertThat(ProcessHandle.of(server.pid())
                        .flatMap(handle -> handle.info().commandLine())
                        .orElseThrow())
                .contains("ServerMain")
                .doesNotContain("pw-of-reader", "heim");
    }

    @Test
    void severalServersRunSideBySide() throws IOException {
        try (ClickHouseServer other = ClickHouseServer.start()) {
            assertThat(PlainHttp.query(other, "SELECT currentUser(), timezone()"))
                    .isEqualTo("default\tUTC");
            assertThat(other.httpPort()).isNotEqualTo(server.httpPort());
            assertThat(other.tcpPort()).isNotEqualTo(server.tcpPort());
        }
    }

    @Test
    void aKeptDataDirectorySurvives(@TempDir Path directory) throws IOException {
        ServerOptions options = ServerOptions.builder()
                .dataDirectory(directory.resolve("gr\u00fcn/data"))
                .build();
        try (ClickHouseServer first = ClickHouseServer.start(options)) {
            PlainHttp.query(first, "CREATE DATABASE kept ENGINE = Atomic");
            PlainHttp.query(first, "CREATE TABLE kept.t (id UInt64) ENGINE = MergeTree ORDER BY id");
            PlainHttp.query(first, "INSERT INTO kept.t SELECT number FROM numbers(1000)");
        }
        try (ClickHouseServer second = ClickHouseServer.start(options)) {
            assertThat(PlainHttp.query(second, "SELECT sum(id) FROM kept.t")).isEqualTo("499500");
        }
    }
}
