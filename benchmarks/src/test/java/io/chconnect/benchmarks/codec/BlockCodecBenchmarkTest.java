package io.chconnect.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Every benchmark of the codecs still runs; nothing is said about time. */
@Timeout(240)
class BlockCodecBenchmarkTest {
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
