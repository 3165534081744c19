package io.chconnect.client.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.config.Balancing;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class NodeChoiceTest {
    @Test
    void nodesTakeTurns() {
        NodeChoice choice = new NodeChoice(3, Balancing.ROUND_ROBIN);
        assertThat(choice.choose(Set.of(), null)).isEqualTo(0);
        assertThat(choice.choose(Set.of(), null)).isEqualTo(1);
        assertThat(choice.choose(Set.of(), null)).isEqualTo(2);
        assertThat(choice.choose(Set.of(), null)).isEqualTo(0);
    }

    @Test
    void aNodeThatFailedIsLeftAloneUntilAProbeFindsItAlive() {
        NodeChoice choice = new NodeChoice(2, Balancing.FIRST_ALIVE);
        choice.failed(0);
        assertThat(choice.choose(Set.of(), null)).isEqualTo(1);
        assertThat(choice.isQuarantined(0)).isTrue();
        int due = -1;
        while (due < 0) {
            due = choice.nextToProbe();
        }
        assertThat(due).isZero();
        assertThat(choice.nextToProbe()).as("one probe at a time").isEqualTo(-1);
        assertThat(choice.choose(Set.of(), null)).isEqualTo(1);
        choice.succeeded(0);
        assertThat(choice.choose(Set.of(), null)).isZero();
    }

    @Test
    void whenAllFailedAnyIsTried() {
        NodeChoice choice = new NodeChoice(2, Balancing.ROUND_ROBIN);
        choice.failed(0);
        choice.failed(1);
        Set<Integer> chosen = new HashSet<>();
        chosen.add(choice.choose(Set.of(), null));
        chosen.add(choice.choose(chosen, null));
        assertThat(chosen).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void anAffinityKeepsItsNodeEvenWhenItFails() {
        NodeChoice choice = new NodeChoice(5, Balancing.RANDOM);
        int node = choice.choose(Set.of(), "session");
        choice.failed(node);
        assertThat(choice.choose(Set.of(node), "session")).isEqualTo(node);
    }
}
