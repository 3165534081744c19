package io.chconnect.observe.opentelemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.Row;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spans and metrics, as the SDK exports them, of operations on a real server. */
@ClickHouseServerTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpenTelemetryListenerTest {
    private final ClickHouseServer server;
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();

    OpenTelemetryListenerTest(ClickHouseServer server) {
        this.server = server;
    }

    @AfterEach
    void close() {
        telemetry.close();
    }

    private Client client(String url) {
        return Client.builder()
                .url(url)
                .database("default")
                .listener(OpenTelemetryListener.of(telemetry))
                .build();
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .reduce((first, second) -> {
                    throw new AssertionError("several spans " + name);
                })
                .orElseThrow(() -> new AssertionError("no span " + name + " in " + spans.getFinishedSpanItems()));
    }

    private List<SpanData> attempts() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().endsWith("attempt"))
                .toList();
    }

    private List<HistogramPointData> durations() {
        List<MetricData> collected = metrics.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals("db.client.operation.duration"))
                .toList();
        assertThat(collected).hasSize(1);
        assertThat(collected.get(0).getUnit()).isEqualTo("s");
        return List.copyOf(collected.get(0).getHistogramData().getPoints());
    }

    private static void assertCommon(Attributes attributes, String operation, int port) {
        assertThat(attributes)
                .containsEntry("db.system.name", "clickhouse")
                .containsEntry("db.namespace", "default")
                .containsEntry("db.operation.name", operation)
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("server.port", port);
    }

    @Test
    void aQueryIsASpanWithOneAttempt() {
        try (Client client = client("http://127.0.0.1:" + server.httpPort())) {
            client.query(request -> request.sql("SELECT number, 'pw-text' FROM numbers({n:UInt64}) WHERE number < 100")
                            .parameter("n", 7))
                    .rows();
        }
        SpanData whole = span("SELECT default");
        assertThat(whole).hasKind(SpanKind.CLIENT).hasNoParent().hasEnded();
        assertThat(whole.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertCommon(whole.getAttributes(), "SELECT", server.httpPort());
        assertThat(whole.getAttributes())
                .containsEntry("db.query.text", "SELECT number, ? FROM numbers({n:UInt64}) WHERE number < ?")
                .containsEntry("db.response.returned_rows", 7)
                .containsEntry("clickhouse.end", "completed")
                .containsKey("clickhouse.query_id")
                .doesNotContainKey("error.type");
        SpanData attempt = span("SELECT attempt");
        assertThat(attempt).hasKind(SpanKind.CLIENT).hasParent(whole).hasEnded();
        assertCommon(attempt.getAttributes(), "SELECT", server.httpPort());
        assertThat(attempt.getAttributes()).containsEntry("clickhouse.attempt", 1);
        assertThat(attempt.getEvents())
                .extracting(EventData::getName)
                .containsExactly("clickhouse.sent", "clickhouse.first_byte");
        HistogramPointData duration = durations().get(0);
        assertThat(duration.getCount()).isOne();
        assertThat(duration.getSum()).isPositive();
        assertCommon(duration.getAttributes(), "SELECT", server.httpPort());
        assertThat(duration.getAttributes()).doesNotContainKey("error.type").doesNotContainKey("db.query.text");
        assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("pw-text");
    }

    @Test
    void aRetriedQueryHasAChildForEachAttempt() {
        try (FaultProxy proxy = FaultProxy.start(server.httpPort());
                Client client = client(proxy.url())) {
            proxy.faults(connection -> connection == 1 ? Fault.down(Fault.Kind.RESET, 0) : Fault.NONE);
            client.query("SELECT 1").rows();
            SpanData whole = span("SELECT default");
            assertThat(whole.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertCommon(whole.getAttributes(), "SELECT", proxy.port());
            List<SpanData> attempts = attempts();
            assertThat(attempts)
                    .hasSize(2)
                    .allSatisfy(attempt -> assertThat(attempt).hasParent(whole));
            assertThat(attempts.get(0)).hasStatusSatisfying(status -> status.hasCode(StatusCode.ERROR));
            assertThat(attempts.get(0).getAttributes())
                    .containsEntry("clickhouse.attempt", 1)
                    .containsKey("error.type");
            assertThat(attempts.get(1)).hasStatusSatisfying(status -> status.hasCode(StatusCode.UNSET));
            assertThat(attempts.get(1).getAttributes())
                    .containsEntry("clickhouse.attempt", 2)
                    .doesNotContainKey("error.type");
            assertThat(durations())
                    .singleElement()
                    .satisfies(point -> assertThat(point.getCount()).isOne());
        }
    }

    @Test
    void aFailedInsertIsAnError() {
        try (Client client = client("http://127.0.0.1:" + server.httpPort())) {
            client.command("DROP TABLE IF EXISTS otel_failed");
            client.command("CREATE TABLE otel_failed (a UInt64, CONSTRAINT small CHECK a < 5) ENGINE = Memory");
            spans.reset();
            assertThatThrownBy(() -> client.insert("otel_failed", List.of("a"), List.of(List.of(7_700_770_077L))))
                    .isInstanceOf(ServerException.class);
            client.command("DROP TABLE otel_failed");
        }
        SpanData whole = span("INSERT default");
        assertThat(whole)
                .hasStatusSatisfying(status -> status.hasCode(StatusCode.ERROR).hasDescription("VIOLATED_CONSTRAINT"));
        assertCommon(whole.getAttributes(), "INSERT", server.httpPort());
        assertThat(whole.getAttributes())
                .containsEntry("db.response.status_code", "469")
                .containsEntry("error.type", "469")
                .containsEntry("clickhouse.end", "failed");
        assertThat(span("INSERT attempt"))
                .hasParent(whole)
                .hasStatusSatisfying(status -> status.hasCode(StatusCode.ERROR));
        assertThat(durations()).anySatisfy(point -> {
            assertCommon(point.getAttributes(), "INSERT", server.httpPort());
            assertThat(point.getAttributes()).containsEntry("error.type", "469");
            assertThat(point.getCount()).isOne();
        });
        assertThat(whole.toString()).doesNotContain("7700770077");
    }

    @Test
    void aCancelledStreamIsNoError() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Client client = Client.builder()
                .url("http://127.0.0.1:" + server.httpPort())
                .database("default")
                .listener(OpenTelemetryListener.of(telemetry))
                .listener(operation -> new io.chconnect.client.OperationObserver() {
                    @Override
                    public void ended(io.chconnect.client.OperationEnd end) {
                        ended.countDown();
                    }
                })
                .build()) {
            client.async()
                    .publishRows(request -> request.sql("SELECT number FROM system.numbers"))
                    .subscribe(new Flow.Subscriber<Row>() {
                        private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

                        @Override
                        public void onSubscribe(Flow.Subscription given) {
                            subscription = given;
                            given.request(10);
                        }

                        @Override
                        public void onNext(Row row) {
                            if (row.getLong(0) == 9 && subscription != null) {
                                subscription.cancel();
                            }
                        }

                        @Override
                        public void onError(Throwable failure) {}

                        @Override
                        public void onComplete() {}
                    });
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        }
        SpanData whole = span("SELECT default");
        assertThat(whole).hasStatusSatisfying(status -> status.hasCode(StatusCode.UNSET));
        assertThat(whole.getAttributes())
                .containsEntry("clickhouse.end", "left")
                .doesNotContainKey("error.type");
        assertThat(whole.getAttributes().get(Names.ROWS)).isPositive();
        assertThat(span("SELECT attempt")).hasParent(whole).hasEnded();
        assertThat(durations())
                .singleElement()
                .satisfies(point -> assertThat(point.getAttributes()).doesNotContainKey("error.type"));
    }

    @Test
    void theContextOfTheAttemptReachesTheServer() {
        Span outer = telemetry.getTracer("test").spanBuilder("outer").startSpan();
        String sql = "SELECT getClientHTTPHeader('traceparent') SETTINGS allow_get_client_http_header = 1";
        String received;
        try (Client client = client("http://127.0.0.1:" + server.httpPort())) {
            received = Context.current()
                    .with(outer)
                    .wrapSupplier(() -> client.query(sql).single(String.class))
                    .get();
        } finally {
            outer.end();
        }
        SpanData attempt = span("SELECT attempt");
        assertThat(received).startsWith("00-" + outer.getSpanContext().getTraceId() + "-" + attempt.getSpanId() + "-0");
        assertThat(span("SELECT default").getParentSpanId())
                .isEqualTo(outer.getSpanContext().getSpanId());
    }

    @Test
    void theTraceGoesAlongWithAsynchronousCalls() {
        Span outer = telemetry.getTracer("test").spanBuilder("outer").startSpan();
        try (Client client = client("http://127.0.0.1:" + server.httpPort())) {
            Context.current()
                    .with(outer)
                    .wrapSupplier(() -> client.async().command("SELECT 1"))
                    .get()
                    .join();
        } finally {
            outer.end();
        }
        assertThat(span("SELECT default").getParentSpanId())
                .isEqualTo(outer.getSpanContext().getSpanId());
    }

    @Test
    void theTextOfStatementsIsShownAsFarAsWanted() {
        for (QueryText shown : QueryText.values()) {
            spans.reset();
            try (Client client = Client.builder()
                    .url("http://127.0.0.1:" + server.httpPort())
                    .listener(OpenTelemetryListener.of(telemetry).withQueryText(shown))
                    .build()) {
                client.query(request -> request.sql("SELECT 'own', {p:String}").parameter("p", "pw-parameter"))
                        .rows();
            }
            String text = span("SELECT clickhouse").getAttributes().get(Names.TEXT);
            switch (shown) {
                case NONE -> assertThat(text).isNull();
                case SHAPE -> assertThat(text).isEqualTo("SELECT ?, {p:String}");
                case FULL -> assertThat(text).isEqualTo("SELECT 'own', {p:String}");
            }
            assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("pw-parameter");
        }
    }
}
