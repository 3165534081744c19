package io.chconnect.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.internal.http.AttemptFailedException.Kind;
import io.chconnect.client.internal.http.RetryPolicy.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(100));

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STALE", "BROKEN", "TURNED_AWAY"})
    void whatMayHaveRunIsRepeatedOnlyWhereThatDoesNoHarm(Kind kind) {
        assertThat(policy.judge(kind, 1, 0, 2, false, true)).isEqualTo(Verdict.FAIL);
        assertThat(policy.judge(kind, 1, 0, 2, true, false)).isEqualTo(Verdict.FAIL);
        assertThat(policy.judge(kind, 1, 0, 2, true, true)).isNotEqualTo(Verdict.FAIL);
    }

    @Test
    void whatWasNotSentGoesToAnotherNodeWhateverItIs() {
        assertThat(policy.judge(Kind.NOT_SENT, 1, 0, 1, false, false)).isEqualTo(Verdict.NOW);
        assertThat(policy.judge(Kind.NOT_SENT, 1, 0, 0, true, true)).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FINAL", "LOGIN"})
    void whatWouldFailAlikeIsNotRepeated(Kind kind) {
        assertThat(policy.judge(kind, 1, 0, 5, true, true)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void repetitionsAreCountedAndStaleConnectionsAreNot() {
        assertThat(policy.judge(Kind.BROKEN, 2, 0, 0, true, true)).isEqualTo(Verdict.LATER);
        assertThat(policy.judge(Kind.BROKEN, 3, 0, 0, true, true)).isEqualTo(Verdict.FAIL);
        assertThat(policy.judge(Kind.BROKEN, 4, 2, 0, true, true)).isEqualTo(Verdict.LATER);
        assertThat(policy.judge(Kind.STALE, 3, 3, 0, true, true)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void pausesGrowByLotAndHaveAnEnd() {
        for (int i = 0; i < 1000; i++) {
            assertThat(policy.pause(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(policy.pause(3)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
            assertThat(policy.pause(1000)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        }
    }
}
