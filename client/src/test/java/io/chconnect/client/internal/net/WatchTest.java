package io.chconnect.client.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.error.TimeoutException.Phase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class WatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);
    private final WatchTimer timer = new WatchTimer("watch-test");

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void theLimitOfAStepBreaksItOff() throws InterruptedException {
        try (Watch watch = new Watch(timer, null)) {
            CountDownLatch broken = new CountDownLatch(1);
            watch.enter(Phase.CONNECT, SHORT, "node");
            watch.breakWith(broken::countDown);
            broken.await();
            TimeoutException failure = (TimeoutException) watch.failure(null);
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.NOT_SENT);
            assertThat(failure).hasMessage("The limit of 20 ms passed while connecting to node");
            assertThat(watch.isOver()).isFalse();
            watch.startOver(false);
            watch.enter(Phase.SEND, LONG, "other");
        }
    }

    @Test
    void theDeadlineHoldsOverAllSteps() throws InterruptedException {
        try (Watch watch = new Watch(timer, Duration.ofMillis(500))) {
            CountDownLatch broken = new CountDownLatch(1);
            watch.enter(Phase.POOL, LONG, "node");
            watch.enter(Phase.SEND, LONG, "node");
            watch.enter(Phase.WAIT, LONG, "node");
            watch.breakWith(broken::countDown);
            broken.await();
            TimeoutException failure = (TimeoutException) watch.failure(null);
            assertThat(failure.phase()).isEqualTo(Phase.WAIT);
            assertThat(failure.limit()).isEqualTo(Duration.ofMillis(500));
            assertThat(failure.outcome()).isEqualTo(StatementOutcome.UNKNOWN);
            watch.startOver(false);
            assertThat(watch.isOver()).isTrue();
            assertThatThrownBy(() -> watch.enter(Phase.POOL, LONG, "node")).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void bytesThatMovePutTheLimitOff() {
        try (Watch watch = new Watch(timer, null)) {
            watch.enter(Phase.RECEIVE, Duration.ofMillis(300), "node");
            long end = System.nanoTime() + Duration.ofMillis(900).toNanos();
            while (System.nanoTime() < end) {
                watch.moved();
                Thread.onSpinWait();
            }
            assertThat(watch.hasStopped()).isFalse();
        }
    }

    @Test
    void whoTakesHisTimeWithBytesThatAreThereIsNotStopped() throws InterruptedException {
        try (Watch watch = new Watch(timer, null)) {
            CountDownLatch broken = new CountDownLatch(1);
            watch.enter(Phase.RECEIVE, SHORT, "node");
            watch.breakWith(broken::countDown);
            watch.moving();
            watch.moved();
            assertThat(broken.await(300, TimeUnit.MILLISECONDS)).isFalse();
            watch.moving();
            broken.await();
            assertThat(watch.failure(null)).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void theEndOfTheTimerEndsAllThatItWatches() throws InterruptedException {
        WatchTimer ending = new WatchTimer("watch-test-ending");
        try (Watch watch = new Watch(ending, null)) {
            CountDownLatch broken = new CountDownLatch(1);
            watch.enter(Phase.CONNECT, LONG, "node");
            watch.breakWith(broken::countDown);
            ending.close();
            broken.await();
            assertThat(watch.failure(null)).hasMessageContaining("client was closed");
        }
    }

    @Test
    void anEarlierAttemptThatMayHaveRunIsNotForgotten() {
        try (Watch watch = new Watch(timer, null)) {
            watch.enter(Phase.SEND, LONG, "node");
            watch.startOver(true);
            watch.enter(Phase.POOL, LONG, "other");
            watch.cancel();
            assertThat(watch.failure(null))
                    .isInstanceOfSatisfying(
                            CancelledException.class,
                            e -> assertThat(e.outcome()).isEqualTo(StatementOutcome.UNKNOWN));
        }
    }

    @Test
    void cancelEndsAPause() {
        try (Watch watch = new Watch(timer, null)) {
            CompletableFuture<Void> pausing = CompletableFuture.runAsync(() -> watch.pause(LONG));
            watch.cancel();
            assertThatThrownBy(() -> pausing.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        }
    }

    @Test
    void aPauseEndsWithTheDeadline() {
        try (Watch watch = new Watch(timer, SHORT)) {
            assertThat(catchThrowableOfType(ClickHouseException.class, () -> watch.pause(LONG)))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void whatStoppedAlreadyIsBrokenOffAtOnce() {
        try (Watch watch = new Watch(timer, null)) {
            watch.abandon();
            CountDownLatch broken = new CountDownLatch(1);
            watch.breakWith(broken::countDown);
            assertThat(broken.getCount()).isZero();
            assertThat(watch.failure(null)).hasMessageContaining("client was closed");
        }
    }

    @Test
    void whatIsReleasedOrOverIsNotBrokenOff() {
        Watch watch = new Watch(timer, null);
        CountDownLatch broken = new CountDownLatch(1);
        watch.breakWith(broken::countDown);
        watch.release();
        watch.cancel();
        assertThat(broken.getCount()).isOne();
        Watch over = new Watch(timer, null);
        over.breakWith(broken::countDown);
        over.close();
        over.cancel();
        assertThat(broken.getCount()).isOne();
        assertThat(over.hasStopped()).isFalse();
    }

    @Test
    void theShorterLimitCounts() {
        try (Watch free = new Watch(timer, null);
                Watch bound = new Watch(timer, Duration.ofSeconds(5))) {
            assertThat(free.remaining()).isNull();
            assertThat(free.atMost(LONG)).isEqualTo(LONG);
            assertThat(bound.atMost(LONG)).isLessThanOrEqualTo(Duration.ofSeconds(5));
            assertThat(bound.atMost(SHORT)).isEqualTo(SHORT);
        }
    }
}
