package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Watch;
import io.chconnect.client.internal.net.WatchTimer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops statements whose answer nobody wants any more, on the node they run on and outside of their session, which they
 * lock. Thread-safe.
 */
final class HttpCancellation {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCancellation.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** How often a node is asked to stop a statement that it does not know yet. */
    private static final int TRIES = 7;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final HttpExchanges exchanges;
    private final HttpBackground background;
    private final WatchTimer timer;
    private final Login login;
    private final String path;

    HttpCancellation(HttpExchanges exchanges, HttpBackground background, WatchTimer timer, Login login, String path) {
        this.exchanges = exchanges;
        this.background = background;
        this.timer = timer;
        this.login = login;
        this.path = path;
    }

    /** Stops a statement without waiting for it. */
    void stop(HttpOperation operation) {
        HttpOperation.Place place = operation.place();
        if (place != null && operation.mustStop()) {
            inBackground(operation, place, 1);
        }
    }

    private void inBackground(HttpOperation operation, HttpOperation.Place place, int attempt) {
        background.run("Cancelling query " + place.queryId(), () -> {
            if (!stop(place) && !operation.answered() && attempt < TRIES) {
                // The request may have overtaken its statement, which then would run for nobody.
                long pause = FIRST_PAUSE.toNanos() << (attempt - 1);
                timer.later(pause, () -> inBackground(operation, place, attempt + 1));
            }
        });
    }

    /** Asks the node to stop a statement; false when it says that it knows no such one. */
    private boolean stop(HttpOperation.Place place) {
        HttpPost request =
                new HttpPost(path + "?param_id=" + URLEncoder.encode(place.queryId(), StandardCharsets.UTF_8));
        request.setEntity(new StringEntity("KILL QUERY WHERE query_id = {id:String} ASYNC"));
        login.headers().addTo(request);
        try (Watch watch = new Watch(timer, LIMIT);
                HttpExchange exchange =
                        exchanges.send(place.node(), request, LIMIT, watch, AnswerListener.NONE, true)) {
            HttpAnswers.requireSuccess(exchange, login.secrets());
            return exchange.readAll().length > 0;
        } catch (AttemptFailedException e) {
            LOG.debug(
                    "Query {} may run on at {}: {}",
                    place.queryId(),
                    place.node().name(),
                    e.failure().getMessage());
            return true;
        }
    }
}
