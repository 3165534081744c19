package io.chconnect.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersStandToTheRightAndAllElseToTheLeft() {
        TextTable table = new TextTable("airport", "n", "note");
        table.add("LAX", "1,234", "");
        table.add("LAS", "-7", "late");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        table.print(new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "  airport      n  note",
                        "  -------  -----  ----",
                        "  LAX      1,234",
                        "  LAS         -7  late");
    }
}
