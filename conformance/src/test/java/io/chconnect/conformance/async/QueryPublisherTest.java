package io.chconnect.conformance.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.AsyncClient;
import io.chconnect.client.Client;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationObserver;
import io.chconnect.client.Row;
import io.chconnect.codec.Block;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.error.TransportException;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the TCK does not look at: the statement behind a subscription. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QueryPublisherTest {
    private static final String NUMBERS = "SELECT number FROM numbers(200000)";

    private final ClickHouseServer server;
    private final List<Client> clients = new ArrayList<>();
    private final BlockingQueue<OperationEnd> ends = new LinkedBlockingQueue<>();

    QueryPublisherTest(ClickHouseServer server) {
        this.server = server;
    }

    @AfterEach
    void close() {
        clients.forEach(Client::close);
    }

    private Client client(String url) {
        Client client = Client.builder()
                .url(url.equals("http") ? server.url() : url)
                .listener(operation -> new OperationObserver() {
                    @Override
                    public void ended(OperationEnd end) {
                        ends.add(end);
                    }
                })
                .build();
        clients.add(client);
        return client;
    }

    /** Keeps what it is told; asks for what the test wants. */
    private static class Recorder<T> implements Flow.Subscriber<T> {
        private final CountDownLatch over = new CountDownLatch(1);
        private final BlockingQueue<T> items = new LinkedBlockingQueue<>();
        private final List<Throwable> failures = new ArrayList<>();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };
        private int completions;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(T item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            failures.add(failure);
            over.countDown();
        }

        @Override
        public void onComplete() {
            completions++;
            over.countDown();
        }

        Recorder<T> on(Flow.Publisher<T> publisher) {
            publisher.subscribe(this);
            return this;
        }

        Recorder<T> request(long count) {
            subscription.request(count);
            return this;
        }

        T take() throws InterruptedException {
            T item = items.poll(30, TimeUnit.SECONDS);
            assertThat(item).isNotNull();
            return item;
        }

        Throwable failure() throws InterruptedException {
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).hasSize(1);
            assertThat(completions).isZero();
            return failures.get(0);
        }

        void completed() throws InterruptedException {
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).isEmpty();
            assertThat(completions).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "chdb:memory"})
    void blocksComeAsTheyAreAskedFor(String where) throws Exception {
        Client client = client(where);
        Recorder<Block> recorder =
                new Recorder<Block>().on(client.async().publishBlocks(request -> request.sql(NUMBERS)));
        assertThat(recorder.items).isEmpty();
        assertThat(ends).isEmpty();
        long rows = recorder.request(1).take().rowCount();
        assertThat(recorder.items).isEmpty();
        recorder.request(Long.MAX_VALUE).completed();
        for (Block block : recorder.items) {
            rows += block.rowCount();
        }
        assertThat(rows).isEqualTo(200_000);
        assertThat(ends.take().how()).isEqualTo(OperationEnd.How.COMPLETED);
        AsyncClientTest.awaitNoneLeased(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "chdb:memory"})
    void cancellingASubscriptionEndsTheStatement(String where) throws Exception {
        Client client = client(where);
        Client observer = Client.connect(where.equals("http") ? server.url() : where);
        clients.add(observer);
        String mark = "publisher-cancel";
        Recorder<Row> recorder = new Recorder<Row>()
                .on(client.async()
                        .publishRows(request -> request.sql("SELECT number /* " + mark + " */ FROM system.numbers")))
                .request(1);
        recorder.take();
        AsyncClientTest.awaitRunning(observer, mark, 1);
        recorder.subscription.cancel();
        AsyncClientTest.awaitRunning(observer, mark, 0);
        assertThat(ends.take().how()).isIn(OperationEnd.How.LEFT, OperationEnd.How.CANCELLED);
        AsyncClientTest.awaitNoneLeased(client);
        recorder.request(1);
        assertThat(recorder.failures).isEmpty();
        assertThat(recorder.completions).isZero();
        assertThat(ends).isEmpty();
    }

    @Test
    void cancellingWhileTheQueryIsWaitedForEndsIt() throws Exception {
        Client client = client("http");
        String mark = "publisher-wait";
        Recorder<Row> recorder = new Recorder<Row>()
                .on(client.async()
                        .publishRows(request -> request.sql(
                                "SELECT count() /* " + mark + " */ FROM system.numbers WHERE NOT ignore(number)")))
                .request(1);
        Client observer = Client.connect(server.url());
        clients.add(observer);
        AsyncClientTest.awaitRunning(observer, mark, 1);
        recorder.subscription.cancel();
        AsyncClientTest.awaitRunning(observer, mark, 0);
        assertThat(ends.take().how()).isEqualTo(OperationEnd.How.CANCELLED);
        AsyncClientTest.awaitNoneLeased(client);
        assertThat(recorder.failures).isEmpty();
    }

    @Test
    void eachSubscriberGetsAnExecutionOfItsOwn() throws Exception {
        Flow.Publisher<Row> publisher =
                client("http").async().publishRows(request -> request.sql("SELECT number FROM numbers(3)"));
        new Recorder<Row>().on(publisher).request(4).completed();
        new Recorder<Row>().on(publisher).request(4).completed();
        assertThat(ends).hasSize(2);
    }

    @Test
    void anErrorOfTheServerComesOnce() throws Exception {
        Recorder<Row> recorder = new Recorder<Row>()
                .on(client("http").async().publishRows(request -> request.sql("SELECT nothing_there")))
                .request(1);
        assertThat(recorder.failure()).isInstanceOf(ServerException.class);
    }

    @Test
    void anErrorInTheMiddleComesBehindTheWholeRowsBeforeIt() throws Exception {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort())) {
            proxy.faults(connection -> Fault.down(Fault.Kind.CUT, 3_000_000));
            Client client = client(proxy.url());
            Recorder<Row> recorder = new Recorder<Row>()
                    .on(client.async().publishRows(request -> request.sql("SELECT number FROM numbers(10000000)")))
                    .request(Long.MAX_VALUE);
            assertThat(recorder.failure()).isInstanceOf(TransportException.class);
            assertThat(recorder.items).isNotEmpty();
            AsyncClientTest.awaitNoneLeased(client);
        }
    }

    @Test
    void aRequestThatMakesNoSenseFailsWithoutDemand() throws Exception {
        AsyncClient async = client("http").async();
        assertThat(new Recorder<Row>()
                        .on(async.publishRows(request -> request.sql(" ")))
                        .failure())
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anImpossibleDemandEndsTheStatement() throws Exception {
        Recorder<Row> recorder = new Recorder<Row>()
                .on(client("http").async().publishRows(request -> request.sql("SELECT number FROM system.numbers")))
                .request(1);
        recorder.take();
        assertThat(recorder.request(0).failure()).isInstanceOf(IllegalArgumentException.class);
        assertThat(ends.take().how()).isEqualTo(OperationEnd.How.LEFT);
    }

    @Test
    void aSubscriberThatThrowsGetsNothingMore() throws Exception {
        Client client = client("http");
        Recorder<Row> recorder = new Recorder<>() {
            @Override
            public void onNext(Row row) {
                super.onNext(row);
                throw new IllegalStateException("mine");
            }
        };
        recorder.on(client.async().publishRows(request -> request.sql("SELECT number FROM system.numbers")))
                .request(10);
        assertThat(ends.take().how()).isEqualTo(OperationEnd.How.LEFT);
        AsyncClientTest.awaitNoneLeased(client);
        assertThat(recorder.items).hasSize(1);
    }

    @Test
    void anErrorOfASubscriberReleasesTheConnection() throws Exception {
        Client client = client("http");
        CountDownLatch thrown = new CountDownLatch(1);
        Recorder<Row> recorder = new Recorder<>() {
            @Override
            public void onNext(Row row) {
                thrown.countDown();
                throw new StackOverflowError("not really");
            }
        };
        recorder.on(client.async().publishRows(request -> request.sql("SELECT number FROM system.numbers")))
                .request(10);
        assertThat(thrown.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ends.take().how()).isEqualTo(OperationEnd.How.LEFT);
        AsyncClientTest.awaitNoneLeased(client);
    }

    /** A row. */
    public record Item(long number, String text) {}

    @Test
    void objectsArePublishedAndNullIsAnError() throws Exception {
        AsyncClient async = client("http").async();
        Recorder<Item> items = new Recorder<Item>()
                .on(async.publish(
                        Item.class, request -> request.sql("SELECT number, toString(number) AS text FROM numbers(2)")))
                .request(Long.MAX_VALUE);
        items.completed();
        assertThat(items.items).containsExactly(new Item(0, "0"), new Item(1, "1"));
        Recorder<String> texts = new Recorder<String>()
                .on(async.publish(String.class, request -> request.sql("SELECT NULL::Nullable(String)")))
                .request(1);
        assertThat(texts.failure()).isInstanceOf(ConversionException.class);
    }

    @Test
    void aClientThatIsClosedEndsItsSubscriptions() throws Exception {
        Client client = client("http");
        Recorder<Row> recorder = new Recorder<Row>()
                .on(client.async().publishRows(request -> request.sql("SELECT number FROM system.numbers")))
                .request(1);
        recorder.take();
        client.close();
        assertThat(recorder.request(Long.MAX_VALUE).failure()).isInstanceOf(RuntimeException.class);
    }
}
