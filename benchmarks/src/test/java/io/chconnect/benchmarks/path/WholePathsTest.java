package io.chconnect.benchmarks.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every comparison still runs; nothing is said about time. */
@Timeout(240)
class WholePathsTest {
    private static final Fork.Settings SMALL = new Fork.Settings(20_000, 5_000, 1, null);

    @TempDir
    private Path directory;

    @Test
    void everyContestantDoesTheWork() throws Exception {
        Path page = directory.resolve("performance.md");

        WholePaths.report(SMALL, Fork::here).write(page);

        assertThat(Files.readString(page))
                .contains("| raw HTTP, bytes dropped |", "| columns, in process |", "| client-v2, row reader |")
                .contains("| raw HTTP, prepared bytes |", "| columns from arrays |", "| client-v2, RowBinary writer |")
                .contains("| our JDBC driver |", "| jdbc-v2 |", "| housepower |", "| list of records |")
                .contains("SELECT 1, ", "LowCardinality", "100 mixed columns", "Block sizes of 20000 rows");
        assertThat(directory.resolve("images/performance/read.svg")).content().contains("row cursor</text>");
        assertThat(directory.resolve("images/performance/scaling-rows.svg"))
                .content()
                .contains("<polyline");
    }

    @Test
    void aJvmOfItsOwnTellsItsFigures() throws Exception {
        Outcome outcome = Fork.run("early-close", SMALL);

        assertThat(outcome.title()).isEqualTo("Close a result of 100 million rows after the first ones");
        assertThat(outcome.lines()).extracting(Outcome.Line::name).containsExactly("client-v2", "columns");
        assertThat(outcome.lines())
                .allSatisfy(line -> assertThat(line.wallMillis()).isPositive());
        assertThat(Outcome.parse(outcome.format())).isEqualTo(outcome);
    }
}
