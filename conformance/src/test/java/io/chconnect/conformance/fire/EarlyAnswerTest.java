package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.client.Client;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.error.ClickHouseException;
import io.chconnect.testkit.fault.TestIdentity;
import io.chconnect.testkit.fault.TlsTerminator;
import io.chconnect.types.DataTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that refuses an insert answers while its body is on the way, and reads on: the rest need not be sent. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EarlyAnswerTest {
    private static final int BLOCKS = 5_000;
    private static final String REFUSAL = "the body is too large";

    private final AtomicInteger made = new AtomicInteger();
    private final Block block = new Block(
            List.of("id"),
            List.of(new ColumnFactory(ZoneOffset.UTC).column(DataTypes.parse("Int64"), new long[10_000])));
    private ServerSocket listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "early-answer");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void endsAPlainInsert() {
        try (Client client = Client.connect("http://127.0.0.1:" + listener.getLocalPort())) {
            isRefused(client);
        }
    }

    @Test
    void endsAnInsertOverTls(@TempDir Path directory) throws IOException {
        TestIdentity authority = TestIdentity.authority("Test Authority");
        Path file = Files.writeString(directory.resolve("ca.pem"), authority.certificatePem());
        try (TlsTerminator tls =
                        TlsTerminator.start(listener.getLocalPort(), authority.sign("server", "localhost"), null);
                Client client = Client.builder()
                        .url("https://localhost:" + tls.port())
                        .option(NetworkOptions.CA_CERT, file.toString())
                        .build()) {
            isRefused(client);
        }
    }

    private void isRefused(Client client) {
        Iterator<Block> blocks = Stream.generate(this::next).limit(BLOCKS).iterator();
        ClickHouseException failure = catchThrowableOfType(
                ClickHouseException.class, () -> client.insertBlocks(request -> request.sql("INSERT INTO t"), blocks));
        assertThat(failure).hasMessageContaining(REFUSAL);
        assertThat(made).hasValueLessThan(BLOCKS);
    }

    private Block next() {
        made.incrementAndGet();
        return block;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                InputStream in = socket.getInputStream();
                readHead(in);
                OutputStream out = socket.getOutputStream();
                out.write(("HTTP/1.1 413 Content Too Large\r\nContent-Type: text/plain\r\nContent-Length: "
                                + REFUSAL.length() + "\r\nConnection: close\r\n\r\n" + REFUSAL)
                        .getBytes(StandardCharsets.US_ASCII));
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client goes away, as it should.
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the head ended");
            }
            head.append((char) next);
        }
    }
}
