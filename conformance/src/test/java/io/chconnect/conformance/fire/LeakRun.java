package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.ConnectionCounts;
import io.chconnect.client.transport.Pooled;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.error.ClickHouseException;
import io.chconnect.testkit.fault.Answer;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.RecordedResponse;
import io.chconnect.testkit.fault.Reply;
import io.chconnect.types.DataTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Runs statements that fail in all manners, and measures what they leave. Also a program of its own. */
final class LeakRun {
    private static final int CONNECTIONS = 4;
    private final List<Answer> faults;
    private final Reply good;
    private final Block block = new Block(
            List.of("id"),
            List.of(new ColumnFactory(ZoneOffset.UTC).column(DataTypes.parse("Int64"), new long[] {1, 2, 3})));

    LeakRun(int port) {
        String target = "/?default_format=Native&client_protocol_version=54405";
        RecordedResponse whole = RecordedResponse.record(
                port, target, Map.of(), "SELECT number FROM numbers(6) SETTINGS max_block_size = 3");
        RecordedResponse late = RecordedResponse.recordToTheEnd(
                port,
                target + "&max_block_size=100&http_response_buffer_size=0",
                Map.of(),
                "SELECT throwIf(number = 1000) FROM numbers(2000)");
        good = whole.reply();
        int head = whole.headLength();
        int length = whole.bytes().length;
        faults = List.of(
                good,
                good.cutAt(0),
                good.cutAt(head / 2),
                good.cutAt(head),
                good.cutAt((head + length) / 2),
                good.resetAt(0),
                good.resetAt((head + length) / 2),
                good.halfCloseAt(length - 3),
                good.stallAt(0),
                good.stallAt(length - 20),
                good.inPieces(7, 0),
                late.reply().thenClose(),
                Reply.text(503, "text/plain", "busy"),
                Reply.text(404, "text/html", "<html>not here</html>"),
                Reply.http(200, Map.of("Content-Encoding", "x-none"), new byte[10]),
                Reply.of("SSH-2.0\r\n".getBytes(StandardCharsets.US_ASCII)).thenClose());
    }

    /** Two states, on a line each: of some operations and of more. */
    public static void main(String[] arguments) {
        new LeakRun(Integer.parseInt(arguments[0])).run(1_000, 10_000).forEach(System.out::println);
    }

    /** The states after some operations and after more of them. */
    List<State> run(int first, int last) {
        AtomicInteger turn = new AtomicInteger();
        try (FaultyServer server =
                        FaultyServer.choosing(request -> faults.get(turn.getAndIncrement() % faults.size()));
                Transport transport = Transports.open(server.url() + "?max_connections=" + CONNECTIONS
                        + "&retry_pause=0.001&socket_timeout=0.05&idle_timeout=0.2")) {
            server.keepNoRequests();
            operate(transport, 0, first);
            State before = State.now(server, transport, Long.MAX_VALUE);
            operate(transport, first, last);
            State after = State.now(server, transport, before.sockets());
            poolIsWhole(server, transport);
            return List.of(before, after);
        }
    }

    private void operate(Transport transport, int from, int to) {
        for (int i = from; i < to; i++) {
            StatementRequest request = Transports.brief("SELECT 1", i % 3 == 0 ? Duration.ofMillis(40) : null);
            try {
                if (i % 7 == 6) {
                    Iterator<Block> blocks = List.of(block, block).iterator();
                    transport.insert(request, () -> blocks.hasNext() ? blocks.next() : null);
                } else if (i % 5 == 4) {
                    transport.command(request);
                } else {
                    try (QueryEvents events = transport.query(request)) {
                        events.next();
                        if (i % 5 != 3) {
                            Transports.rows(events);
                        }
                    }
                }
            } catch (ClickHouseException e) {
                // Most of them fail, as they should.
            }
        }
    }

    /** All connections can be used at once, and one more cannot. */
    private void poolIsWhole(FaultyServer server, Transport transport) {
        server.answer(good.inPieces(1, 0));
        List<QueryEvents> open = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            open.add(transport.query(Transports.request("SELECT 1")));
        }
        open.forEach(events -> assertThat(Transports.rows(events)).isEqualTo(6));
    }

    /** Bytes of live objects, resident kilobytes, threads of the client, and sockets of the process. */
    record State(long heap, long resident, int threads, long sockets) {
        /**
         * The state once nothing is under way. Broken connections end a moment later, unused ones with their time, and those
         * that the server ended without its knowing: what is still there with all patience over is left.
         */
        static State now(FaultyServer server, Transport transport, long expectedSockets) {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while ((server.openConnections() > 0 || connections(transport) > 0 || openSockets() > expectedSockets)
                    && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            long heap = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                heap = Math.min(heap, runtime.totalMemory() - runtime.freeMemory());
            }
            return new State(heap, residentKilobytes(), clientThreads(), openSockets());
        }

        static State parse(String line) {
            long[] numbers = Arrays.stream(
                            line.replaceAll("[^0-9]+", " ").strip().split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new State(numbers[0], numbers[1], (int) numbers[2], numbers[3]);
        }

        private static int connections(Transport transport) {
            ConnectionCounts counts = ((Pooled) transport).connections();
            return counts.leased() + counts.idle();
        }

        private static int clientThreads() {
            return (int) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("clickhouse-connect"))
                    .filter(thread -> !thread.getName().contains("background"))
                    .count();
        }

        private static long residentKilobytes() {
            try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static long openSockets() {
            try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
                return files.filter(State::isSocket).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean isSocket(Path file) {
            try {
                return Files.readSymbolicLink(file).toString().startsWith("socket:");
            } catch (IOException e) {
                return false;
            }
        }
    }
}
