package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.Options;
import io.chconnect.client.config.TokenProvider;
import io.chconnect.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpHeaders;

/** Chooses how a client logs in. */
final class Logins {
    private Logins() {}

    /**
     * The login of a client.
     *
     * @param headers the headers of every request, those of a login by password among them
     */
    static Login of(ClientConfig config, Map<String, String> headers) {
        String token = config.get(NetworkOptions.ACCESS_TOKEN);
        TokenProvider provider = config.get(NetworkOptions.TOKEN_PROVIDER);
        boolean byProvider = !provider.equals(TokenProvider.NONE);
        boolean byCertificate = TlsSettings.logsInByCertificate(config);
        requireOneWay(config, !token.isEmpty(), byProvider);
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (byCertificate) {
            all.remove(HttpHeaders.AUTHORIZATION);
            all.put("X-ClickHouse-User", config.get(Options.USER));
            all.put("X-ClickHouse-SSL-Certificate-Auth", "on");
        }
        if (byProvider) {
            return new TokenLogin(provider, all);
        }
        if (!token.isEmpty()) {
            all.put(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return new FixedLogin(config, all);
    }

    private static void requireOneWay(ClientConfig config, boolean byToken, boolean byProvider) {
        boolean byPassword = !config.get(Options.PASSWORD).isEmpty();
        if ((byToken ? 1 : 0) + (byProvider ? 1 : 0) + (byPassword ? 1 : 0) > 1) {
            throw new ConfigurationException(
                    "Options password, access_token and token_provider are given together: expected one of them");
        }
    }
}
