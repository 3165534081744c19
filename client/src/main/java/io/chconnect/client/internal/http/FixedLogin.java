package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Options;
import io.chconnect.client.internal.net.SecretScrubber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A login that never changes. */
final class FixedLogin implements Login {
    private final Headers headers;
    private final SecretScrubber secrets;

    FixedLogin(ClientConfig config, Map<String, String> headers) {
        this.headers = new Headers(headers);
        List<String> hidden = new ArrayList<>(List.of(config.get(Options.PASSWORD)));
        hidden.addAll(headers.entrySet().stream()
                .filter(entry -> entry.getKey().equals("Authorization"))
                .map(entry -> entry.getValue().substring(entry.getValue().indexOf(' ') + 1))
                .toList());
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
