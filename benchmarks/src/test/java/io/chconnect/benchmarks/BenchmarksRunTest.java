package io.chconnect.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.benchmarks.codec.BlockCodecBenchmark;
import io.chconnect.benchmarks.path.WholePaths;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Every benchmark still runs; nothing is said about time. */
@Timeout(240)
class BenchmarksRunTest {
    @TempDir
    private Path directory;

    @Test
    void everyContestantDoesTheWork() throws Exception {
        Path page = directory.resolve("performance.md");

        WholePaths.main(new String[] {"20000", "5000", "1", page.toString()});

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
    void everyTypeIsReadAndWritten() throws Exception {
        int types = BlockCodecBenchmark.class
                .getField("type")
                .getAnnotation(org.openjdk.jmh.annotations.Param.class)
                .value()
                .length;

        assertThat(new Runner(new OptionsBuilder()
                                .include(BlockCodecBenchmark.class.getName())
                                .mode(Mode.SingleShotTime)
                                .forks(0)
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .measurementTime(TimeValue.NONE)
                                .shouldFailOnError(true)
                                .build())
                        .run())
                .hasSize(2 * types);
    }
}
