package io.chconnect.conformance.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.chconnect.codec.ByteSource;
import io.chconnect.codec.internal.frame.CityHash128;
import io.chconnect.codec.internal.frame.FrameMethod;
import io.chconnect.codec.internal.frame.FrameReader;
import io.chconnect.codec.internal.frame.FrameWriter;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.MalformedDataException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ClickHouseServerTest
@Timeout(60)
class FramesTest {
    private final ClickHouseServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    FramesTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void theServersFramesOfManySizesAreRead() throws Exception {
        String select = "SELECT toString(sipHash64(number)) FROM numbers(300000) FORMAT TSV";

        byte[] plain = send("", select.getBytes(StandardCharsets.UTF_8));
        byte[] packed = send("compress=1", select.getBytes(StandardCharsets.UTF_8));

        assertThat(packed.length).isLessThan(plain.length);
        assertThat(unpack(packed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void theServerReadsOurFrames(FrameMethod method) throws Exception {
        String rows = new String(
                send(
                        "",
                        "SELECT sipHash64(number), number FROM numbers(200000) FORMAT TSV"
                                .getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        String name = "frames_" + method.name();
        send("", ("CREATE DATABASE " + name + " ENGINE = Atomic").getBytes(StandardCharsets.UTF_8));
        send("", ("CREATE TABLE " + name + ".t (h UInt64, n UInt64) ENGINE = Memory").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(packed::write, method);
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        writer.write(bytes, 0, bytes.length);
        writer.flush();

        send("decompress=1&query=" + encode("INSERT INTO " + name + ".t FORMAT TSV"), packed.toByteArray());

        assertThat(new String(
                        send(
                                "",
                                ("SELECT count(), countIf(h = sipHash64(n)), sum(n) FROM " + name + ".t")
                                        .getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo("200000\t200000\t19999900000\n");
    }

    @ParameterizedTest
    @EnumSource(FrameMethod.class)
    void aHeaderAloneTakesNoMemory(FrameMethod method) {
        ByteBuffer frame = ByteBuffer.allocate(16 + 1 + 4 + 4 + 16).order(ByteOrder.LITTLE_ENDIAN);
        int number = switch (method) {
            case NONE -> 0x02;
            case LZ4 -> 0x82;
            case ZSTD -> 0x90;
        };
        frame.position(16).put((byte) number).putInt(1 + 4 + 4 + 16).putInt(WireLimits.MAX_FRAME_BYTES);
        CityHash128 hash = new CityHash128();
        hash.update(frame.array(), 16, frame.capacity() - 16);
        frame.putLong(0, hash.low()).putLong(8, hash.high());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> unpack(frame.array())).isInstanceOf(MalformedDataException.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(WireLimits.TRUSTED_BYTES);
    }

    private byte[] send(String parameters, byte[] body) throws Exception {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/?" + parameters))
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.ISO_8859_1))
                .isEqualTo(200);
        return response.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] unpack(byte[] packed) {
        FrameReader reader = new FrameReader(ByteSource.of(packed));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ByteBuffer window = reader.next(); window != null; window = reader.next()) {
            byte[] piece = new byte[window.remaining()];
            window.get(piece);
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
