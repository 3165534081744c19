package io.chconnect.client.internal.http;

import io.chconnect.client.internal.http.AttemptFailedException.Kind;
import io.chconnect.client.internal.net.NodeChoice;
import io.chconnect.client.internal.net.SecretScrubber;
import io.chconnect.client.transport.AttemptObserver;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Sends a statement until it is answered, must not be repeated any more, or its time is up. Thread-safe. */
final class HttpAttempts {
    private final List<HttpNode> nodes;
    private final NodeChoice choice;
    private final HttpExchanges exchanges;
    private final RetryPolicy policy;
    private final Login login;
    private final Consumer<Integer> suspects;

    HttpAttempts(
            List<HttpNode> nodes,
            NodeChoice choice,
            HttpExchanges exchanges,
            RetryPolicy policy,
            Login login,
            Consumer<Integer> suspects) {
        this.nodes = nodes;
        this.choice = choice;
        this.exchanges = exchanges;
        this.policy = policy;
        this.login = login;
        this.suspects = suspects;
    }

    /** A statement as it can be sent, possibly several times. */
    interface Sending {
        /** The request for one attempt, without login. */
        ClassicHttpRequest request(String queryId);

        /** The id the user gave; null for one of our own per attempt. */
        @Nullable
        String queryId();

        /** Whether running twice does no harm. */
        boolean repeatable();

        /** Whether {@link #request} can still give the whole body. */
        boolean replayable();

        /** How long no byte may move. */
        Duration silence();

        /** Values that must not appear in messages. */
        List<String> secrets();

        /** Is told the progress headers; null for nobody. */
        @Nullable
        Consumer<String> progress();

        /** Is told how the attempts go. */
        AttemptObserver observer();
    }

    /**
     * Runs a statement up to the head of a good answer.
     *
     * @throws ClickHouseException if there is none
     */
    HttpExchange run(HttpOperation operation, Sending sending) {
        Set<Integer> tried = new HashSet<>();
        int stale = 0;
        boolean loginRenewed = false;
        boolean mayHaveRun = false;
        for (int attempts = 1; ; attempts++) {
            operation.watch().startOver(mayHaveRun);
            int index = choice.choose(tried, operation.affinity());
            Login.Headers headers = login.headers();
            SecretScrubber scrubber = login.secrets().with(sending.secrets());
            try {
                HttpExchange exchange = attempt(operation, sending, attempts, nodes.get(index), headers, scrubber);
                choice.succeeded(index);
                return exchange;
            } catch (AttemptFailedException e) {
                report(index, e);
                mayHaveRun |= e.failure().outcome() == StatementOutcome.UNKNOWN;
                if (e.kind() == Kind.LOGIN && !loginRenewed && sending.replayable() && login.renew(headers)) {
                    loginRenewed = true;
                    sending.observer().retry(e.failure());
                    continue;
                }
                if (e.kind() == Kind.STALE || e.kind() == Kind.UNUSABLE) {
                    stale++;
                } else {
                    tried.add(index);
                }
                int others = operation.affinity() == null ? nodes.size() - tried.size() : 0;
                RetryPolicy.Verdict verdict =
                        policy.judge(e.kind(), attempts, stale, others, sending.repeatable(), sending.replayable());
                if (verdict != RetryPolicy.Verdict.FAIL) {
                    sending.observer().retry(e.failure());
                }
                switch (verdict) {
                    case FAIL ->
                        throw mayHaveRun ? HttpFailures.afterAnAttemptThatMayHaveRun(e.failure()) : e.failure();
                    case NOW -> operation.watch().check();
                    case LATER -> operation.watch().pause(policy.pause(attempts));
                }
                if (others == 0) {
                    tried.clear();
                }
            }
        }
    }

    private HttpExchange attempt(
            HttpOperation operation,
            Sending sending,
            int number,
            HttpNode node,
            Login.Headers headers,
            SecretScrubber scrubber)
            throws AttemptFailedException {
        String given = sending.queryId();
        String queryId = given == null ? UUID.randomUUID().toString() : given;
        Map<String, String> added = sending.observer().attempt(node.attempt(number, queryId));
        ClassicHttpRequest request = sending.request(queryId);
        headers.addTo(request);
        added.forEach((name, value) -> {
            if (!request.containsHeader(name)) {
                request.setHeader(name, value);
            }
        });
        operation.sentTo(node, queryId);
        HttpExchange exchange = exchanges.send(
                node,
                request,
                sending.silence(),
                operation.watch(),
                new AnswerListener(sending.progress(), sending.observer()),
                !sending.repeatable());
        HttpAnswers.requireSuccess(exchange, scrubber);
        return exchange;
    }

    private void report(int index, AttemptFailedException e) {
        if (nodes.size() == 1) {
            return;
        }
        switch (e.kind()) {
            case NOT_SENT, BROKEN, TURNED_AWAY -> choice.failed(index);
            case FINAL -> {
                boolean silent =
                        e.failure() instanceof TimeoutException && e.failure().outcome() == StatementOutcome.UNKNOWN;
                if (silent) {
                    suspects.accept(index);
                }
            }
            case STALE, UNUSABLE, LOGIN -> {}
        }
    }
}
