package io.chconnect.conformance.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.Row;
import io.chconnect.codec.Block;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The publishers pass the TCK of Reactive Streams, over HTTP and in process. */
@ClickHouseServerTest
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ReactiveStreamsTest {
    /** What the TCK itself names and does not test. */
    private static final List<String> UNTESTED = List.of(
            "untested_spec106_mustConsiderSubscriptionCancelledAfterOnErrorOrOnCompleteHasBeenCalled",
            "untested_spec107_mustNotEmitFurtherSignalsOnceOnErrorHasBeenSignalled",
            "untested_spec108_possiblyCanceledSubscriptionShouldNotReceiveOnErrorOrOnCompleteSignals",
            "untested_spec109_subscribeShouldNotThrowNonFatalThrowable",
            "untested_spec110_rejectASubscriptionRequestIfTheSameSubscriberSubscribesTwice",
            "untested_spec304_requestShouldNotPerformHeavyComputations",
            "untested_spec305_cancelMustNotSynchronouslyPerformHeavyComputation");

    /** These compare the items of several subscribers, each of whom gets blocks of its own; rows are compared by value. */
    private static final List<String> BY_VALUE = List.of(
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfront",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfrontAndCompleteAsExpected",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingOneByOne");

    private static final long SIGNAL_MILLIS = 2000;
    private static final long NO_SIGNAL_MILLIS = 50;

    private static Client http = Client.connect("http://localhost");
    private static Client embedded = http;
    private static Client closed = http;

    @BeforeAll
    static void connect(ClickHouseServer server) {
        http = Client.connect(server.url());
        embedded = Client.connect("chdb:memory");
        closed = Client.connect(server.url());
        closed.close();
    }

    @AfterAll
    static void close() {
        http.close();
        embedded.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {HttpBlocks.class, HttpRows.class, EmbeddedRows.class})
    void theTckIsGreen(Class<?> verification, @TempDir Path output) {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG runner = new TestNG(false);
        runner.setOutputDirectory(output.toString());
        runner.setVerbose(0);
        runner.setTestClasses(new Class<?>[] {verification});
        runner.addListener(results);
        runner.run();
        assertThat(results.getFailedTests())
                .extracting(ITestResult::getName, ITestResult::getThrowable)
                .isEmpty();
        assertThat(results.getConfigurationFailures()).isEmpty();
        List<String> skipped = new ArrayList<>(UNTESTED);
        if (verification == HttpBlocks.class) {
            skipped.addAll(BY_VALUE);
        }
        assertThat(results.getSkippedTests())
                .extracting(ITestResult::getName)
                .containsExactlyInAnyOrderElementsOf(skipped);
        assertThat(results.getPassedTests()).hasSize(38 - skipped.size());
    }

    /** The TCK on publishers of one client. */
    abstract static class Verification<T> extends FlowPublisherVerification<T> {
        Verification() {
            super(new TestEnvironment(SIGNAL_MILLIS, NO_SIGNAL_MILLIS), NO_SIGNAL_MILLIS * 4);
        }

        static String numbers(long count) {
            return "SELECT number FROM numbers(" + count + ")";
        }
    }

    /** Blocks of one row each, over HTTP. */
    public static final class HttpBlocks extends Verification<Block> {
        @Override
        public Flow.Publisher<Block> createFlowPublisher(long elements) {
            return http.async()
                    .publishBlocks(request -> request.sql(numbers(elements)).setting("max_block_size", 1));
        }

        @Override
        public Flow.Publisher<Block> createFailedFlowPublisher() {
            return closed.async().publishBlocks(request -> request.sql("SELECT 1"));
        }
    }

    /** Rows, over HTTP. */
    public static final class HttpRows extends Verification<Row> {
        @Override
        public Flow.Publisher<Row> createFlowPublisher(long elements) {
            return http.async().publishRows(request -> request.sql(numbers(elements)));
        }

        @Override
        public Flow.Publisher<Row> createFailedFlowPublisher() {
            return http.async().publishRows(request -> request.sql(""));
        }
    }

    /** Rows, in process. */
    public static final class EmbeddedRows extends Verification<Row> {
        @Override
        public Flow.Publisher<Row> createFlowPublisher(long elements) {
            return embedded.async().publishRows(request -> request.sql(numbers(elements)));
        }

        @Override
        public Flow.Publisher<Row> createFailedFlowPublisher() {
            return embedded.async().publishRows(request -> request.sql(""));
        }
    }
}
