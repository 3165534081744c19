package io.chconnect.client.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretScrubberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pw-of-ann | the password pw-of-ann is wrong | the password *** is wrong",
                "a b&c=d/e | GET /?param_x=a+b%26c%3Dd%2Fe | GET /?param_x=***",
                "a b&c=d/e | GET /?param_x=a%20b%26c%3Dd%2Fe | GET /?param_x=***",
                "it's me | SELECT 'it\\'s me' | SELECT '***'",
                "['pw-one','pw-two'] | cannot parse pw-two as a number | cannot parse *** as a number",
                "ab | user=x password=ab&c=d, label | user=x password=***&c=d, label",
                "7 | Value 7 of 77 at x7 | Value *** of 77 at x7",
            })
    void secretsAreTakenOutInWhateverFormTheyStand(String secret, String text, String expected) {
        assertThat(new SecretScrubber(List.of(secret)).scrub(text)).isEqualTo(expected);
    }

    @Test
    void theLongestGoesFirst() {
        assertThat(new SecretScrubber(List.of("pw-a"))
                        .with(List.of("pw-abc", ""))
                        .scrub("pw-abc pw-a"))
                .isEqualTo("*** ***");
    }

    @Test
    void longTextsInListsAreTakenOut() {
        String first = "x".repeat(30_000);
        String second = "\\'".repeat(10_000);
        SecretScrubber scrubber = new SecretScrubber(List.of("['" + first + "','" + second + "']"));
        assertThat(scrubber.scrub("cannot parse " + first + " nor " + second)).isEqualTo("cannot parse *** nor ***");
    }

    @Test
    void itShowsNothingOfItself() {
        assertThat(new SecretScrubber(List.of("pw-a", "pw-b"))).hasToString("SecretScrubber[2]");
    }
}
