package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documentation's table of options is the client's. With {@code -Ddocs.update=true} it is written anew. */
class OptionsTableTest {
    private static final String HEAD = "| option | default | meaning |";

    @Test
    void itIsTheOneOfTheClient() throws IOException {
        Path page = DocPage.root().resolve("docs/connecting.md");
        String text = Files.readString(page, StandardCharsets.UTF_8);
        int start = text.indexOf(HEAD);
        int end = start;
        while (text.startsWith("|", end)) {
            end = text.indexOf('\n', end) + 1;
        }
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(page, text.substring(0, start) + table() + text.substring(end), StandardCharsets.UTF_8);
        } else {
            assertThat(text.substring(start, end)).isEqualTo(table());
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder(HEAD).append("\n|---|---|---|\n");
        for (Option<?> option : Options.ALL) {
            table.append("| `")
                    .append(option.key())
                    .append("` | ")
                    .append(text(option.defaultValue()))
                    .append(" | ")
                    .append(option.documentation().replace("|", "\\|"))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String text(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain instanceof Duration duration) {
            return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
        }
        boolean none = plain == null || List.of("", "[]", "{}").contains(String.valueOf(plain));
        return none ? "none" : "`" + plain + "`";
    }
}
