package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.config.NetworkOptions;
import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import io.chconnect.testkit.docs.DocPage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    @Test
    void everyOptionIsReadByTheClient() throws IOException, IllegalAccessException {
        StringBuilder code = new StringBuilder();
        Path sources = DocPage.root().resolve("client/src/main/java/io/chconnect/client");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")
                            && !each.endsWith("Options.java")
                            && !each.endsWith("NetworkOptions.java"))
                    .toList()) {
                code.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        for (Class<?> options : List.of(Options.class, NetworkOptions.class)) {
            for (Field field : options.getFields()) {
                if (field.get(null) instanceof Option<?> option) {
                    assertThat(code.toString())
                            .as(option.key())
                            .containsPattern(
                                    "\\.get\\(\\s*" + options.getSimpleName() + "\\." + field.getName() + "\\b");
                }
            }
        }
    }

    @Test
    void everyWaitHasALimitByDefault() {
        for (Option<Duration> limit :
                List.of(Options.CONNECT_TIMEOUT, Options.SOCKET_TIMEOUT, Options.POOL_TIMEOUT, Options.IDLE_TIMEOUT)) {
            assertThat(limit.defaultValue()).as(limit.key()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(10));
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
