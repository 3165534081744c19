package io.chconnect.client.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {
    @Test
    void theEnvironmentNamesAProxyPerScheme() {
        ProxySettings settings =
                environment(Map.of("http_proxy", "plain:1", "HTTPS_PROXY", "http://joe:a%40b@secret:2"));
        assertThat(settings.forHost("http", "db", 8123)).isEqualTo(new Proxy(Proxy.Kind.HTTP, "plain", 1, null, null));
        assertThat(settings.forHost("https", "db", 8443))
                .isEqualTo(new Proxy(Proxy.Kind.HTTP, "secret", 2, "joe", "a@b"));
    }

    @Test
    void lowerCaseComesBeforeUpperCase() {
        ProxySettings settings = environment(Map.of("http_proxy", "lower:1", "HTTP_PROXY", "upper:2"));
        assertThat(settings.forHost("http", "db", 8123)).hasToString("http proxy lower:1");
    }

    @Test
    void withoutAnEnvironmentTheWayIsDirect() {
        assertThat(environment(Map.of()).forHost("http", "db", 8123)).isNull();
        assertThat(environment(Map.of("http_proxy", "")).forHost("http", "db", 8123))
                .isNull();
    }

    @Test
    void theOptionWinsOverTheEnvironment() {
        Map<String, String> variables = Map.of("http_proxy", "other:1", "no_proxy", "*");
        assertThat(new ProxySettings("none", variables::get).forHost("http", "db", 8123))
                .isNull();
        assertThat(new ProxySettings("socks5://[::1]", variables::get).forHost("http", "db", 8123))
                .isEqualTo(new Proxy(Proxy.Kind.SOCKS5, "::1", 1080, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                       | db.example.com | true",
                "db.example.com          | db.example.com | true",
                "DB.Example.COM          | db.example.com | true",
                "example.com             | db.example.com | true",
                ".example.com            | db.example.com | true",
                "*.example.com           | db.example.com | true",
                "other, db.example.com   | db.example.com | true",
                "db.example.com:8123     | db.example.com | true",
                "example.com:8123        | db.example.com | true",
                "db.example.com:8124     | db.example.com | false",
                "ample.com               | db.example.com | false",
                "b.example.com           | db.example.com | false",
                "''                      | db.example.com | false",
                "127.0.0.1               | 127.0.0.1      | true"
            })
    void exceptionsAreHostsAndDomainsWithOrWithoutPort(String list, String host, boolean direct) {
        ProxySettings settings = environment(Map.of("http_proxy", "proxy:1", "NO_PROXY", list));
        assertThat(settings.forHost("http", host, 8123) == null).isEqualTo(direct);
    }

    @Test
    void aWrongVariableIsNamedAndNotShown() {
        ProxySettings settings = environment(Map.of("https_proxy", "ftp://joe:pw-of-joe@host"));
        assertThatThrownBy(() -> settings.forHost("https", "db", 8443))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("https_proxy")
                .hasMessageNotContaining("pw-of-joe");
        assertThat(settings.forHost("http", "db", 8123)).isNull();
    }

    private static ProxySettings environment(Map<String, String> variables) {
        return new ProxySettings("", variables::get);
    }
}
