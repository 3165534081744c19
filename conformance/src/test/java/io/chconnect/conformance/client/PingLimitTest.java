package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.testkit.fault.FaultyServer;
import io.chconnect.testkit.fault.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ping has a limit of its own, whatever the limits of statements are. */
@Timeout(60)
class PingLimitTest {
    @Test
    void aPingDoesNotWaitLongerThanItsLimit() {
        try (FaultyServer silent = FaultyServer.start(
                        Reply.text(200, "text/plain", "Ok.\n").stallAt(0));
                Client client = Client.connect(silent.url() + "?socket_timeout=3600&connect_timeout=3600")) {
            assertThat(client.ping(Duration.ofMillis(200))).isFalse();
        }
    }
}
