package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.Answer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that the server meets after it has sent data. */
@ClickHouseServerTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LateExceptionTest {
    private static final String FAILING =
            "SELECT number, throwIf(number = 5000, 'found the needle') FROM system.numbers LIMIT 10000";
    private static final Map<String, String> SMALL_BLOCKS = Map.of(
            "max_block_size", "100",
            "http_response_buffer_size", "0",
            "output_format_parallel_formatting", "0");
    private final ClickHouseServer server;

    LateExceptionTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void theServersOwnErrorIsShown() {
        try (Client client = Client.connect(server.url());
                QueryResult result = client.query(request -> {
                    SMALL_BLOCKS.forEach(request::setting);
                    return request.sql(FAILING);
                })) {
            ServerException failure = catchThrowableOfType(ServerException.class, result::rows);
            assertThat(failure.code()).isEqualTo(395);
            assertThat(failure.name()).isEqualTo("FUNCTION_THROW_IF_VALUE_IS_NON_ZERO");
            assertThat(failure.queryId()).isNotBlank();
            assertThat(failure).hasMessageContaining("found the needle");
            assertThat(failure.getMessage().length()).isLessThan(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "lz4", "zstd"})
    void itIsFoundWhereverTheNetworkSplitsIt(String coding) {
        RecordedResponse whole = record(coding);
        int length = whole.bytes().length;
        int from = Math.max(whole.headLength(), length - 700);
        try (FaultyServer faulty = FaultyServer.start(whole.reply());
                Client client = Client.connect(faulty.url())) {
            for (int at = from; at < length; at++) {
                faulty.answer(split(whole.bytes(), at));
                ServerException failure = catchThrowableOfType(ServerException.class, () -> read(client));
                assertThat(failure).as("split at %d of %d", at, length).isNotNull();
                assertThat(failure.code()).isEqualTo(395);
                assertThat(failure).hasMessageContaining("found the needle");
            }
        }
    }

    @Test
    void itCountsAlsoWhenTheBlocksBeforeItAreWhole() {
        RecordedResponse recorded = RecordedResponse.record(
                server.httpPort(),
                "/?default_format=Native&client_protocol_version=54405",
                Map.of(),
                "SELECT number FROM numbers(3)");
        String message = "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26.7.2.1)";
        String block = "\r\n__exception__\r\nabcdefghijklmnop\r\n" + message + "\n" + (message.length() + 1)
                + " abcdefghijklmnop\r\n__exception__\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(recorded.body());
        body.writeBytes(block.getBytes(StandardCharsets.US_ASCII));
        RecordedResponse whole = withTag(recorded, "abcdefghijklmnop").withBody(body.toByteArray());
        try (FaultyServer faulty = FaultyServer.start(whole.reply());
                Client client = Client.connect(faulty.url())) {
            ServerException failure = catchThrowableOfType(ServerException.class, () -> read(client));
            assertThat(failure.code()).isEqualTo(241);
            assertThat(failure.name()).isEqualTo("MEMORY_LIMIT_EXCEEDED");
        }
    }

    @Test
    void theTrailingTextOfOldServersIsUnderstood() {
        RecordedResponse recorded = RecordedResponse.record(
                server.httpPort(),
                "/?default_format=Native&client_protocol_version=54405",
                Map.of(),
                "SELECT number FROM numbers(3)");
        byte[] rows = recorded.body();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(rows, 0, rows.length);
        body.writeBytes("Code: 395, e.displayText() = DB::Exception: Value passed to 'throwIf' function is non zero"
                .getBytes(StandardCharsets.US_ASCII));
        RecordedResponse whole = withoutTag(recorded).withBody(body.toByteArray());
        try (FaultyServer faulty = FaultyServer.start(whole.reply());
                Client client = Client.connect(faulty.url())) {
            ServerException failure = catchThrowableOfType(ServerException.class, () -> read(client));
            assertThat(failure.code()).isEqualTo(395);
            assertThat(failure.getMessage()).contains("throwIf").isASCII();
        }
    }

    @Test
    void dataThatLooksLikeAnErrorIsData() {
        try (Client client = Client.connect(server.url());
                QueryResult result = client.query(
                        "SELECT 'Code: 395. DB::Exception: only data' AS a, '\\r\\n__exception__\\r\\n' AS b")) {
            assertThat(result.rows().get(0).getString("a")).isEqualTo("Code: 395. DB::Exception: only data");
        }
    }

    @Test
    void anErrorInACommandsAnswerIsAnError() {
        try (Client client = Client.connect(server.url())) {
            Throwable failure = catchThrowable(() -> client.command(FAILING + " FORMAT JSONEachRow"));
            assertThat(failure).isInstanceOf(ServerException.class);
            assertThat(failure.getMessage().length()).isLessThan(1000);
        }
    }

    private static Answer split(byte[] bytes, int at) {
        return peer -> {
            peer.write(bytes, 0, at);
            peer.pause(1);
            peer.write(bytes, at, bytes.length);
            peer.close();
        };
    }

    private static RecordedResponse withTag(RecordedResponse recorded, String tag) {
        return withoutTag(recorded).withHeaderLines("X-ClickHouse-Exception-Tag: " + tag + "\r\n");
    }

    private static RecordedResponse withoutTag(RecordedResponse recorded) {
        return recorded.withoutHeader("X-ClickHouse-Exception-Tag");
    }

    private RecordedResponse record(String coding) {
        StringBuilder target = new StringBuilder("/?default_format=Native&client_protocol_version=54405");
        SMALL_BLOCKS.forEach(
                (name, value) -> target.append('&').append(name).append('=').append(value));
        if (!coding.isEmpty()) {
            target.append("&enable_http_compression=1");
        }
        Map<String, String> headers = coding.isEmpty() ? Map.of() : Map.of("Accept-Encoding", coding);
        return RecordedResponse.recordToTheEnd(server.httpPort(), target.toString(), headers, FAILING);
    }

    private static long read(Client client) throws ClickHouseException {
        try (QueryResult result = client.query("SELECT 1")) {
            return result.stream().count();
        }
    }
}
