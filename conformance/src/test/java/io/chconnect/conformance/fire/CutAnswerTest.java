package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that breaks, at whatever byte, is an error and never a shorter result. */
@ClickHouseServerTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CutAnswerTest {
    private static final String SQL = "SELECT number, toString(number) FROM numbers(6) SETTINGS max_block_size = 3";
    private static final int ROWS = 6;
    private final ClickHouseServer server;

    CutAnswerTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "lz4", "zstd"})
    void anAnswerCutAtAnyByteIsAnError(String coding) {
        RecordedResponse whole = record(coding);
        everyCutFails(whole, whole.reply()::cutAt);
    }

    @Test
    void anAnswerResetAtAnyByteIsAnError() {
        RecordedResponse whole = record("");
        everyCutFails(whole, whole.reply()::resetAt);
    }

    @Test
    void aHalfClosedConnectionIsAnError() {
        RecordedResponse whole = record("");
        int inTheMiddle = whole.headLength() + (whole.bytes().length - whole.headLength()) / 2;
        try (FaultyServer faulty = FaultyServer.start(whole.reply().halfCloseAt(inTheMiddle));
                Client client = Client.connect(faulty.url())) {
            assertThat(catchThrowable(() -> read(client))).isInstanceOf(ClickHouseException.class);
        }
    }

    @Test
    void anAnswerInSingleBytesIsWhole() {
        RecordedResponse whole = record("");
        try (FaultyServer faulty = FaultyServer.start(whole.reply().inPieces(1, 0));
                Client client = Client.connect(faulty.url())) {
            assertThat(read(client)).hasSize(ROWS);
        }
    }

    @Test
    void anAnswerWithoutLengthAndChunksIsRefused() {
        byte[] block = record("").body();
        String head = "HTTP/1.1 200 OK\r\nX-ClickHouse-Format: Native\r\nConnection: close\r\n\r\n";
        byte[] raw = new byte[head.length() + block.length];
        System.arraycopy(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, raw, 0, head.length());
        System.arraycopy(block, 0, raw, head.length(), block.length);
        try (FaultyServer faulty = FaultyServer.start(Reply.of(raw).thenClose());
                Client client = Client.connect(faulty.url())) {
            assertThat(catchThrowable(() -> read(client))).hasMessageContaining("neither a length nor chunks");
        }
    }

    @Test
    void theErrorSaysHowManyRowsHadArrived() {
        RecordedResponse whole = record("");
        try (FaultyServer faulty = FaultyServer.start(whole.reply().cutAt(whole.bytes().length - 8));
                Client client = Client.connect(faulty.url())) {
            Throwable failure = catchThrowable(() -> read(client));
            assertThat(failure).isInstanceOf(ClickHouseException.class).hasMessageContaining("3 whole rows");
            assertThat(((ClickHouseException) failure).outcome()).isEqualTo(StatementOutcome.UNKNOWN);
        }
    }

    private static void everyCutFails(RecordedResponse whole, IntFunction<Reply> fault) {
        try (FaultyServer faulty = FaultyServer.start(whole.reply());
                Client client = Client.connect(faulty.url() + "?retries=0")) {
            assertThat(read(client)).hasSize(ROWS);
            for (int count = 0; count < whole.bytes().length; count++) {
                faulty.answer(fault.apply(count));
                assertThat(catchThrowable(() -> read(client)))
                        .as("%d of %d bytes", count, whole.bytes().length)
                        .isInstanceOf(ClickHouseException.class);
            }
            faulty.answer(whole.reply());
            assertThat(read(client)).hasSize(ROWS);
        }
    }

    private RecordedResponse record(String coding) {
        Map<String, String> headers = coding.isEmpty() ? Map.of() : Map.of("Accept-Encoding", coding);
        return RecordedResponse.record(
                server.httpPort(),
                "/?default_format=Native&client_protocol_version=54405"
                        + (coding.isEmpty() ? "" : "&enable_http_compression=1"),
                headers,
                SQL);
    }

    private static List<Row> read(Client client) {
        try (QueryResult result = client.query(SQL)) {
            List<Row> rows = new ArrayList<>();
            result.forEach(rows::add);
            return rows;
        }
    }
}
