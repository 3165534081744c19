package io.chconnect.benchmarks.codec;

import io.chconnect.benchmarks.Page;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of the codecs for every type and puts its table into a page. */
public final class CodecTable {
    private CodecTable() {}

    /**
     * Runs it.
     *
     * @param args the page
     * @throws Exception when the benchmark fails, or the page has no place for the table
     */
    public static void main(String[] args) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(BlockCodecBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(2)
                        .measurementIterations(3)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementTime(TimeValue.milliseconds(500))
                        .shouldFailOnError(true)
                        .build())
                .run();
        Page.put(Path.of(args[0]), "codecs", markdown(results));
    }

    private static String markdown(Collection<RunResult> results) {
        Map<String, Map<String, Double>> byType = new LinkedHashMap<>();
        for (RunResult result : results) {
            String method = result.getParams().getBenchmark();
            byType.computeIfAbsent(result.getParams().getParam("type"), type -> new LinkedHashMap<>())
                    .put(
                            method.substring(method.lastIndexOf('.') + 1),
                            result.getPrimaryResult().getScore());
        }
        return "| type | read µs | write µs |\n|---|---|---|\n"
                + byType.entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "| %s | %.0f | %.0f |\n",
                                entry.getKey(),
                                entry.getValue().get("read"),
                                entry.getValue().get("write")))
                        .collect(Collectors.joining());
    }
}
