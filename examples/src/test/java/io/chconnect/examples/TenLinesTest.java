package io.chconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@ClickHouseServerTest
@Timeout(60)
class TenLinesTest {
    @Test
    void itPrintsTheAnswerOverHttp(ClickHouseServer server) {
        try (Client client = Client.connect(server.url())) {
            client.command("CREATE DATABASE ten_lines ENGINE = Atomic");

            assertThat(output(server.url() + "/ten_lines")).isEqualTo("[[2000, -50.9035]]");

            client.command("DROP DATABASE ten_lines");
        }
    }

    @Test
    void itPrintsTheAnswerInTheProcess() {
        assertThat(output("chdb:memory")).isEqualTo("[[2000, -50.9035]]");
    }

    @Test
    void itIsTheProgramOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8);
        String source =
                Files.readString(Path.of("src/main/java/io/chconnect/examples/TenLines.java"), StandardCharsets.UTF_8);
        String program = readme.substring(readme.indexOf("```java\n") + 8);
        program = program.substring(0, program.indexOf("```"));

        assertThat(packed(source))
                .contains(packed(program.replace(
                        "\"http://default:password@localhost:8123\"",
                        "args.length > 0 ? args[0] : \"http://default:password@localhost:8123\"")));
    }

    /** Without white space, which the formatter of the sources sets. */
    private static String packed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String output(String url) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            TenLines.main(new String[] {url});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
