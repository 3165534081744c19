package io.chconnect.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls into the engine block; virtual threads must not feel it. */
@Timeout(120)
@EnabledForJreRange(min = JRE.JAVA_21)
class EmbeddedVirtualThreadTest {
    private static final int QUERIES = 4 * Runtime.getRuntime().availableProcessors();

    @Test
    void anotherVirtualThreadRunsWhileQueriesBlock() throws Exception {
        pauseBesideBlockedQueries();
    }

    @Test
    @Tag("soak")
    void anotherVirtualThreadIsDelayedByLessThanFiftyMilliseconds() throws Exception {
        assertThat(pauseBesideBlockedQueries()).isLessThan(Duration.ofMillis(50));
    }

    /** Fails when a virtual thread gets no turn before the queries are answered. */
    private static Duration pauseBesideBlockedQueries() throws Exception {
        try (Client client = Client.connect("chdb:memory")) {
            List<CompletableFuture<String>> blocked = new ArrayList<>();
            for (int i = 0; i < QUERIES; i++) {
                blocked.add(onVirtualThread(() ->
                        client.command("SELECT sleep(3), " + blocked.size()).text()));
            }
            while (!client.command("SELECT count() FROM system.processes WHERE query LIKE 'SELECT sleep%'")
                    .text()
                    .strip()
                    .equals(Integer.toString(QUERIES))) {
                Thread.onSpinWait();
            }

            CompletableFuture<Duration> longest = onVirtualThread(EmbeddedVirtualThreadTest::longestPause);

            Duration pause = longest.get(60, TimeUnit.SECONDS);
            assertThat(blocked).noneMatch(CompletableFuture::isDone);
            for (CompletableFuture<String> one : blocked) {
                assertThat(one.get(60, TimeUnit.SECONDS)).startsWith("0\t");
            }
            return pause;
        }
    }

    /** The longest of the times a thread that asks for one millisecond has to wait. */
    private static Duration longestPause() {
        long longest = 0;
        for (int i = 0; i < 200; i++) {
            long start = System.nanoTime();
            LockSupport.parkNanos(1_000_000);
            longest = Math.max(longest, System.nanoTime() - start);
        }
        return Duration.ofNanos(longest);
    }

    private static <T> CompletableFuture<T> onVirtualThread(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        };
        // The tests are compiled for 17.
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        start.invoke(null, task);
        return result;
    }
}
