package io.chconnect.client.internal.http;

import io.chconnect.client.config.TokenProvider;
import io.chconnect.client.internal.net.SecretScrubber;
import io.chconnect.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A login by tokens that run out. Whoever finds the token refused gets a new one for all. */
final class TokenLogin implements Login {
    private final TokenProvider provider;
    private final Map<String, String> others;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Token current;

    private record Token(String text, Headers headers) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    TokenLogin(TokenProvider provider, Map<String, String> others) {
        this.provider = provider;
        this.others = Map.copyOf(others);
    }

    @Override
    public Headers headers() {
        return token(null).headers();
    }

    @Override
    public boolean renew(Headers refused) {
        Token before = current;
        Token after = token(refused);
        return before == null || !after.text().equals(before.text()) || before.headers() != refused;
    }

    @Override
    public SecretScrubber secrets() {
        Token token = current;
        return new SecretScrubber(token == null ? List.of() : List.of(token.text()));
    }

    private Token token(@Nullable Headers refused) {
        Token known = current;
        if (known != null && known.headers() != refused) {
            return known;
        }
        lock.lock();
        try {
            known = current;
            if (known == null || known.headers() == refused) {
                known = fetch();
                current = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Token fetch() {
        String text = provider.token();
        if (text == null || text.isBlank()) {
            throw new ConfigurationException("The token provider gave no token: expected a text that is not blank");
        }
        Map<String, String> headers = new LinkedHashMap<>(others);
        headers.put(HttpHeaders.AUTHORIZATION, "Bearer " + text);
        return new Token(text, new Headers(headers));
    }
}
