package io.chconnect.conformance.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.AsyncClient;
import io.chconnect.client.Client;
import io.chconnect.client.config.Options;
import io.chconnect.conformance.observe.FlightRecordings;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.logs.TraceLogs;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** A crowd of virtual threads shares a few connections, and none of them holds on to its carrier. */
@ClickHouseServerTest
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
class VirtualThreadsTest {
    private static final int THREADS = 10_000;
    private static final int WARM_UPS = 500;
    private static final int CONNECTIONS = 50;
    private static final Duration PINNED = Duration.ofMillis(10);
    private static final String PINNED_EVENT = "jdk.VirtualThreadPinned";

    @TempDir
    private Path directory;

    @Test
    void tenThousandQueriesAtOnceShareFiftyConnectionsWithoutPinning(ClickHouseServer server) throws Exception {
        AtomicInteger mostLeased = new AtomicInteger();
        AtomicInteger virtual = new AtomicInteger();
        TraceLogs.Silence silence = TraceLogs.silence();
        try (silence;
                Recording recording = recording();
                Client client = Client.builder()
                        .url(server.url())
                        .option(Options.MAX_CONNECTIONS, CONNECTIONS)
                        .option(Options.POOL_TIMEOUT, Duration.ofMinutes(3))
                        .build()) {
            AsyncClient async = client.async();
            // Java itself pins threads that load and initialize the same classes, once in the life of a JVM.
            askAtOnce(async, WARM_UPS, each -> {});
            recording.start();
            askAtOnce(async, THREADS, each -> {
                if (isVirtual(Thread.currentThread())) {
                    virtual.incrementAndGet();
                }
                mostLeased.accumulateAndGet(each.connections().orElseThrow().leased(), Math::max);
            });
            assertThat(virtual).hasValue(THREADS);
            assertThat(mostLeased.get()).isBetween(2, CONNECTIONS);
            assertThat(client.connections().orElseThrow().leased()).isZero();
            assertThat(pinned(recording)).isEmpty();
        }
    }

    /** The event does come where a thread holds on to its carrier, as in the initializer of a class. */
    @Test
    void aPinnedThreadWouldBeSeen() throws Exception {
        try (Recording recording = recording();
                Client client = Client.connect("http://localhost")) {
            recording.start();
            client.async().call(each -> Pinning.DONE).get(60, TimeUnit.SECONDS);
            assertThat(pinned(recording)).isNotEmpty();
        }
    }

    /** Parks in its initializer, with a native frame below. */
    private static final class Pinning {
        static final Boolean DONE = park();

        private static Boolean park() {
            long end = System.nanoTime() + 5 * PINNED.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(5 * PINNED.toNanos());
            }
            return true;
        }
    }

    /** Every query gets its own answer; each thread says something when it has it. */
    private static void askAtOnce(AsyncClient async, int threads, Consumer<Client> answered) throws Exception {
        CountDownLatch start = new CountDownLatch(threads);
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (long i = 0; i < threads; i++) {
            long number = i;
            calls.add(async.call(each -> {
                awaitAll(start);
                long answer = each.query(
                                request -> request.sql("SELECT {n:Int64}").parameter("n", number))
                        .single(Long.class);
                answered.accept(each);
                return answer;
            }));
        }
        for (int i = 0; i < threads; i++) {
            assertThat(calls.get(i).get(200, TimeUnit.SECONDS)).isEqualTo(i);
        }
    }

    /** Without the client's own events: writing those, the flight recorder itself may hold on to a carrier. */
    private static Recording recording() {
        Recording recording = new Recording();
        recording.disable("io.chconnect.Operation");
        recording.disable("io.chconnect.Attempt");
        recording.enable(PINNED_EVENT).withThreshold(PINNED).withStackTrace();
        return recording;
    }

    private List<RecordedEvent> pinned(Recording recording) throws Exception {
        return FlightRecordings.events(recording, directory, PINNED_EVENT);
    }

    private static void awaitAll(CountDownLatch start) {
        start.countDown();
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVirtual(Thread thread) {
        try {
            Method method = Thread.class.getMethod("isVirtual");
            return (boolean) method.invoke(thread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
