package io.chconnect.observe.opentelemetry;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationObserver;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The span of one operation and those of its attempts. */
final class OperationSpan implements OperationObserver {
    private static final TextMapSetter<Map<String, String>> HEADERS = (headers, name, value) -> {
        if (headers != null) {
            headers.put(name, value);
        }
    };
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final DoubleHistogram duration;
    private final OperationInfo.Kind kind;
    private final String statement;
    private final Attributes common;
    private final Context context;
    private final Span span;
    private Attributes place;
    private @Nullable Span attempt;

    OperationSpan(
            Tracer tracer,
            TextMapPropagator propagator,
            DoubleHistogram duration,
            OperationInfo operation,
            QueryText queryText) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.duration = duration;
        this.kind = operation.kind();
        this.statement = operation.statement();
        this.common = common(operation);
        this.place = Attributes.empty();
        SpanBuilder builder =
                tracer.spanBuilder(name(operation)).setSpanKind(SpanKind.CLIENT).setAllAttributes(common);
        switch (queryText) {
            case SHAPE -> builder.setAttribute(Names.TEXT, operation.shape());
            case FULL -> builder.setAttribute(Names.TEXT, operation.sql());
            case NONE -> {}
        }
        Context parent = Context.current();
        this.span = builder.setParent(parent).startSpan();
        this.context = parent.with(span);
    }

    @Override
    public Map<String, String> attempt(OperationAttempt next) {
        AttributesBuilder builder = Attributes.builder();
        if (next.port() > 0) {
            builder.put(Names.ADDRESS, next.host()).put(Names.PORT, (long) next.port());
        }
        place = builder.build();
        span.setAllAttributes(place);
        span.setAttribute(Names.QUERY_ID, next.queryId());
        Span started = tracer.spanBuilder(statement.isEmpty() ? "attempt" : statement + " attempt")
                .setParent(context)
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(common)
                .setAllAttributes(place)
                .setAttribute(Names.ATTEMPT, (long) next.number())
                .startSpan();
        started.setAttribute(Names.QUERY_ID, next.queryId());
        attempt = started;
        Map<String, String> headers = new HashMap<>();
        propagator.inject(context.with(started), headers, HEADERS);
        return headers;
    }

    @Override
    public void sent() {
        event(Names.SENT);
    }

    @Override
    public void firstByte() {
        event(Names.FIRST_BYTE);
    }

    @Override
    public void retry(ClickHouseException failure) {
        endAttempt(failure);
    }

    @Override
    public void ended(OperationEnd end) {
        Throwable failure = end.failure();
        endAttempt(failure);
        span.setAttribute(Names.END, end.how().name().toLowerCase(Locale.ROOT));
        if (kind == OperationInfo.Kind.QUERY) {
            span.setAttribute(Names.ROWS, end.rows());
        }
        if (end.summary().writtenRows() > 0) {
            span.setAttribute(Names.WRITTEN, end.summary().writtenRows());
        }
        if (failure != null) {
            fail(span, failure);
        }
        AttributesBuilder measured = Attributes.builder().putAll(common).putAll(place);
        if (failure != null) {
            measured.putAll(failure(failure));
        }
        duration.record(end.elapsed().toNanos() / NANOS_PER_SECOND, measured.build(), context);
        span.end();
    }

    private void event(String name) {
        Span current = attempt;
        if (current != null) {
            current.addEvent(name);
        }
    }

    private void endAttempt(@Nullable Throwable failure) {
        Span current = attempt;
        attempt = null;
        if (current != null) {
            if (failure != null) {
                fail(current, failure);
            }
            current.end();
        }
    }

    /** The message of an error may show parts of the statement, so its kind has to do. */
    private static void fail(Span span, Throwable failure) {
        String name = failure instanceof ServerException server && server.name() != null
                ? server.name()
                : failure.getClass().getSimpleName();
        span.setStatus(StatusCode.ERROR, name);
        span.setAllAttributes(failure(failure));
    }

    private static Attributes failure(Throwable failure) {
        if (failure instanceof ServerException server) {
            String code = Integer.toString(server.code());
            return Attributes.of(Names.STATUS, code, Names.ERROR, code);
        }
        return Attributes.of(Names.ERROR, failure.getClass().getName());
    }

    private static Attributes common(OperationInfo operation) {
        AttributesBuilder builder = Attributes.builder().put(Names.SYSTEM, "clickhouse");
        String database = operation.database();
        if (database != null) {
            builder.put(Names.NAMESPACE, database);
        }
        if (!operation.statement().isEmpty()) {
            builder.put(Names.OPERATION, operation.statement());
        }
        return builder.build();
    }

    /** The operation and what it is about, as the conventions want it: never the text of the statement. */
    private static String name(OperationInfo operation) {
        String target = operation.database() == null ? "clickhouse" : operation.database();
        return operation.statement().isEmpty() ? target : operation.statement() + " " + target;
    }
}
