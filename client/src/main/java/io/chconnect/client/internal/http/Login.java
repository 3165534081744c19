package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.SecretScrubber;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** Gives the headers that say who sends a request. Thread-safe. */
interface Login {
    /** The headers of the next request. */
    Headers headers();

    /**
     * The server refused these headers.
     *
     * @param refused what it refused
     * @return true when there are other ones now
     */
    boolean renew(Headers refused);

    /** What must never be shown. */
    SecretScrubber secrets();

    /** Headers with secrets; their text shows nothing. */
    final class Headers {
        private final Map<String, String> values;

        Headers(Map<String, String> values) {
            this.values = Map.copyOf(values);
        }

        void addTo(ClassicHttpRequest request) {
            values.forEach((name, value) -> {
                if (!request.containsHeader(name)) {
                    request.setHeader(name, value);
                }
            });
        }

        @Override
        public String toString() {
            return "Headers" + values.keySet();
        }
    }
}
