package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.RawResult;
import io.chconnect.client.Session;
import io.chconnect.client.config.Compression;
import io.chconnect.client.config.Options;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.AuthenticationException;
import io.chconnect.error.ServerException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user of {@code readonly=1} may send no setting at all: everything works with what the client sends by itself. */
@Timeout(120)
class RestrictedUserTest {
    private static ClickHouseServer server;

    @BeforeAll
    static void start() {
        server = ClickHouseServer.start(ServerOptions.builder()
                .profile("strict", Map.of("readonly", "1"))
                .user(ServerUser.named("reader").withPassword("s:e%c/r?t").withProfile("strict"))
                .build());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everythingThatReadsWorks(Compression compression) {
        try (Client client = Client.builder()
                .url(server.url())
                .user("reader", "s:e%c/r?t")
                .option(Options.COMPRESSION, compression)
                .connect()) {
            try (QueryResult result = client.query(request -> request.sql("SELECT {v:UInt8} + number FROM numbers(2)")
                    .parameter("v", 1)
                    .session(Session.create())
                    .deadline(Duration.ofSeconds(30))
                    .progress(progress -> {}))) {
                assertThat(result.rows()).hasSize(2);
            }
            try (RawResult result = client.rawQuery("SELECT 1", "CSV")) {
                assertThat(result.bytes()).hasSize(2);
            }
            assertThat(client.command("SELECT 2").text()).isEqualTo("2\n");
        }
    }

    @Test
    void itsOwnSettingsAreSentAsGivenAndRefused() {
        try (Client client =
                Client.builder().url(server.url()).user("reader", "s:e%c/r?t").build()) {
            assertThatThrownBy(() ->
                            client.command(request -> request.sql("SELECT 1").setting("max_threads", 1)))
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.name()).isEqualTo("READONLY"));
        }
    }

    @Test
    void secretsAreEncodedInUrlsAndShownNowhere() {
        String url = server.url().replace("http://", "http://reader:s%3Ae%25c%2Fr%3Ft@");
        try (Client client = Client.connect(url)) {
            assertThat(client.command("SELECT currentUser()").text()).isEqualTo("reader\n");
            assertThat(client.toString()).doesNotContain("s:e");
        }
        try (Client client = Client.builder()
                .url(server.url())
                .user("reader", "wrong-secret")
                .build()) {
            assertThatThrownBy(() -> client.command("SELECT 1"))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageNotContaining("wrong-secret");
        }
        assertThatThrownBy(() ->
                        Client.builder().url(server.url()).user("reader", "x").connect())
                .isInstanceOf(AuthenticationException.class);
    }
}
