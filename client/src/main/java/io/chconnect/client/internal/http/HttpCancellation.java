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
            background.run("Cancelling query " + place.queryId(), () -> stop(place));
        }
    }

    private void stop(HttpOperation.Place place) {
        HttpPost request =
                new HttpPost(path + "?param_id=" + URLEncoder.encode(place.queryId(), StandardCharsets.UTF_8));
        request.setEntity(new StringEntity("KILL QUERY WHERE query_id = {id:String} ASYNC"));
        login.headers().addTo(request);
        try (Watch watch = new Watch(timer, LIMIT);
                HttpExchange exchange =
                        exchanges.send(place.node(), request, LIMIT, watch, AnswerListener.NONE, true)) {
            HttpAnswers.requireSuccess(exchange, login.secrets());
            exchange.readAll();
        } catch (AttemptFailedException e) {
            LOG.debug(
                    "Query {} may run on at {}: {}",
                    place.queryId(),
                    place.node().name(),
                    e.failure().getMessage());
        }
    }
}
