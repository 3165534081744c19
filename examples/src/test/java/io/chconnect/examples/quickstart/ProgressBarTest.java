package io.chconnect.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void aTerminalGetsOneLineThatMoves() {
        ProgressBar bar = bar(true, true);
        passSeconds(1);
        bar.advance(250, 2_000_000);
        passSeconds(3);
        bar.advance(750, 6_000_000);
        bar.finish();

        assertThat(text())
                .isEqualTo("\rread    ██████··················  25 %          250 rows          250 rows/s"
                        + "     2.0 MB/s   3.0 s left "
                        + "\rread    ████████████████████████ 100 %        1,000 rows          250 rows/s"
                        + "     2.0 MB/s   4.0 s total"
                        + "\rread    ████████████████████████ 100 %        1,000 rows          250 rows/s"
                        + "     2.0 MB/s   4.0 s total\n");
    }

    @Test
    void aTerminalIsNotFlooded() {
        ProgressBar bar = bar(true, true);
        for (int i = 0; i < 500; i++) {
            bar.advance(1, 1);
            clock.addAndGet(1_000_000);
        }

        assertThat(text().chars().filter(c -> c == '\r').count()).isEqualTo(5);
    }

    @Test
    void aFileGetsALineForEachTenth() {
        ProgressBar bar = bar(false, false);
        for (int i = 0; i < 1000; i++) {
            passSeconds(1);
            bar.advance(1, 1);
        }
        bar.finish();

        assertThat(text().lines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("read ") && line.equals(line.strip()))
                .first()
                .isEqualTo("read    ##......................  10 %          100 rows            1 rows/s     0.0 MB/s"
                        + "   15:00 left");
    }

    @Test
    void nothingToDoIsDone() {
        ProgressBar bar = new ProgressBar(terminal(false, false), "read", 0, clock::get);
        bar.finish();

        assertThat(text()).contains("100 %").contains("0 rows");
    }

    private void passSeconds(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private ProgressBar bar(boolean interactive, boolean unicode) {
        return new ProgressBar(terminal(interactive, unicode), "read", 1000, clock::get);
    }

    private Terminal terminal(boolean interactive, boolean unicode) {
        return new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), interactive, unicode);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
