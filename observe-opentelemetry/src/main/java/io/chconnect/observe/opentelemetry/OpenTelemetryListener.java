package io.chconnect.observe.opentelemetry;

import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationListener;
import io.chconnect.client.OperationObserver;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;

/**
 * Makes a client span of each operation, with one child for each attempt, and measures {@code db.client.operation.duration}.
 * The context of an attempt goes along in the headers of its request, from where ClickHouse takes it for its own spans.
 * Immutable and thread-safe; given to {@link io.chconnect.client.ClientBuilder#listener}.
 *
 * <p>Names are those of the stable semantic conventions for databases. Values of parameters, headers, settings and messages of
 * errors appear nowhere.
 */
public final class OpenTelemetryListener implements OperationListener {
    private static final List<Double> SECONDS = List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final DoubleHistogram duration;
    private final QueryText queryText;

    private OpenTelemetryListener(
            Tracer tracer, TextMapPropagator propagator, DoubleHistogram duration, QueryText queryText) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.duration = duration;
        this.queryText = queryText;
    }

    /**
     * A listener whose spans show the {@linkplain QueryText#SHAPE shape} of statements.
     *
     * @param telemetry where spans and metrics go, and how a context goes into headers
     * @return a new listener
     */
    public static OpenTelemetryListener of(OpenTelemetry telemetry) {
        DoubleHistogram duration = telemetry
                .getMeter(Names.SCOPE)
                .histogramBuilder(Names.DURATION)
                .setUnit("s")
                .setDescription("Duration of database client operations.")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
        return new OpenTelemetryListener(
                telemetry.getTracer(Names.SCOPE),
                telemetry.getPropagators().getTextMapPropagator(),
                duration,
                QueryText.SHAPE);
    }

    /**
     * The same listener with more or less of the statements' text.
     *
     * @param shown what spans show of it
     * @return a new listener
     */
    public OpenTelemetryListener withQueryText(QueryText shown) {
        return new OpenTelemetryListener(tracer, propagator, duration, shown);
    }

    @Override
    public OperationObserver operationStarted(OperationInfo operation) {
        return new OperationSpan(tracer, propagator, duration, operation, queryText);
    }

    @Override
    public Runnable carry(Runnable work) {
        return Context.current().wrap(work);
    }
}
