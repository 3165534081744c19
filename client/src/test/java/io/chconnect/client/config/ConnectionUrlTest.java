package io.chconnect.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://host, http://host:8123",
        "https://host, https://host:8443",
        "HTTPS://host:1, https://host:1",
        "host, http://host:8123",
        "host:8443, https://host:8443",
        "host:443, https://host:443",
        "host:9999, http://host:9999",
        "http://host:8443, http://host:8443",
        "https://host:8123, https://host:8123",
        "http://my_host_1:8123, http://my_host_1:8123",
        "http://[::1]:8123/db, http://[::1]:8123",
        "http://[fe80::1%25eth0], http://[fe80::1%eth0]:8123",
        "http://10.0.0.1/db?, http://10.0.0.1:8123"
    })
    void endpointsAreRead(String url, String endpoint) {
        assertThat(ConnectionUrl.parse(url).endpoint()).hasToString(endpoint);
    }

    @Test
    void everyPartIsPercentDecoded() {
        ClientConfig config = ConnectionUrl.parse(
                "http://us%40er:p%3Aa%2Fs%25s+@host/my-d%C3%A4ta%2Fbase?client_name=a%26b+c&setting_x=1%3D2&setting_y=3&roles=a,%20b&retries=0");

        assertThat(config.get(Options.USER)).isEqualTo("us@er");
        assertThat(config.get(Options.PASSWORD)).isEqualTo("p:a/s%s+");
        assertThat(config.get(Options.DATABASE)).isEqualTo("my-d\u00e4ta/base");
        assertThat(config.get(Options.CLIENT_NAME)).isEqualTo("a&b+c");
        assertThat(config.get(Options.SETTINGS)).isEqualTo(Map.of("x", "1=2", "y", "3"));
        assertThat(config.get(Options.ROLES)).isEqualTo(List.of("a", "b"));
        assertThat(config.get(Options.RETRIES)).isZero();
        assertThat(config.toString()).doesNotContain("p:a").contains("password=***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "http://",
                "http://ho st",
                "http://host:0x1",
                "http://host:70000",
                "http://host/%zz",
                "chdb:",
                "http://host?socket_timeout=-1",
                "http://host?socket_timeout=soon",
                "http://host?max_connections=0",
                "http://host?retries=-1",
                "http://host?compression=zip"
            })
    void whatIsNoConnectionUrlIsRefused(String url) {
        assertThatThrownBy(() -> ConnectionUrl.parse(url)).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @CsvSource({"sockettimeout, socket_timeout", "usr, user", "compress, compression", "Retries, retries"})
    void anUnknownOptionNamesTheOneThatWasMeant(String wrong, String meant) {
        assertThatThrownBy(() -> ConnectionUrl.parse("http://host?" + wrong + "=1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + wrong + "\"")
                .hasMessageContaining("did you mean \"" + meant + "\"");
    }

    @Test
    void optionsAsTextsWinOverTheUrl() {
        ClientConfig config = ConnectionUrl.parse("http://host?socket_timeout=1&setting_a=1")
                .withTexts(Map.of("socket_timeout", "2.5", "setting_b", "2", "compression", "ZSTD"));

        assertThat(config.get(Options.SOCKET_TIMEOUT)).isEqualTo(Duration.ofMillis(2500));
        assertThat(config.get(Options.SETTINGS)).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(config.get(Options.COMPRESSION)).isEqualTo(Compression.ZSTD);
    }
}
