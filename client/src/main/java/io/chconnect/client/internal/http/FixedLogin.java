package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.Options;
import io.chconnect.client.internal.net.SecretScrubber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHeaders;

/** A login that never changes. */
final class FixedLogin implements Login {
    private final Headers headers;
    private final SecretScrubber secrets;

    FixedLogin(ClientConfig config, Map<String, String> headers) {
        this.headers = new Headers(headers);
        List<String> hidden = new ArrayList<>();
        hidden.add(config.get(Options.PASSWORD));
        hidden.add(config.get(NetworkOptions.ACCESS_TOKEN));
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            hidden.add(authorization.substring(authorization.indexOf(' ') + 1));
        }
        this.secrets = new SecretScrubber(hidden);
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public boolean renew(Headers refused) {
        return false;
    }

    @Override
    public SecretScrubber secrets() {
        return secrets;
    }
}
