package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documentation's table of options is the client's. When it is not, the failure shows the table to put there. */
class OptionsTableTest {
    private static final String HEAD = "| option | default | meaning |";

    @Test
    void itIsTheOneOfTheClient() throws IOException {
        List<String> page = Files.readAllLines(DocPage.root().resolve("docs/connecting.md"), StandardCharsets.UTF_8);
        List<String> table = page.stream()
                .dropWhile(line -> !line.equals(HEAD))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> expected = new ArrayList<>(List.of(HEAD, "|---|---|---|"));
        for (Option<?> option : Options.ALL) {
            expected.add("| `" + option.key() + "` | " + text(option.defaultValue()) + " | "
                    + option.documentation().replace("|", "\\|") + " |");
        }

        assertThat(table).as("should be\n" + String.join("\n", expected)).isEqualTo(expected);
    }

    private static String text(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain instanceof Duration duration) {
            return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
        }
        return plain == null || String.valueOf(plain).isEmpty() ? "none" : "`" + plain + "`";
    }
}
