package io.chconnect.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;

/** Which lines of some packages a run has reached. */
final class LineCoverage {
    private final Map<String, int[]> linesOf = new TreeMap<>();
    private final Map<String, List<Integer>> missingOf = new TreeMap<>();

    private LineCoverage() {}

    /** Reads what a run has left. */
    static LineCoverage of(Path execution, String... packages) throws IOException {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(execution.toFile());
        CoverageBuilder builder = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(loader.getExecutionDataStore(), builder);
        for (String each : packages) {
            for (Path file : classes(each)) {
                try (InputStream in = Files.newInputStream(file)) {
                    analyzer.analyzeClass(in, file.toString());
                }
            }
        }
        LineCoverage coverage = new LineCoverage();
        for (IClassCoverage each : builder.getClasses()) {
            int[] lines = coverage.linesOf.computeIfAbsent(each.getSourceFileName(), name -> new int[2]);
            lines[0] += each.getLineCounter().getCoveredCount();
            lines[1] += each.getLineCounter().getTotalCount();
            for (int line = each.getFirstLine(); line <= each.getLastLine(); line++) {
                if (each.getLine(line).getStatus() == ICounter.NOT_COVERED) {
                    coverage.missingOf
                            .computeIfAbsent(each.getSourceFileName(), name -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        assertThat(coverage.linesOf).isNotEmpty();
        return coverage;
    }

    /** From 0 to 1. */
    double ratio() {
        return (double) sum(0) / sum(1);
    }

    void print() {
        linesOf.forEach((file, lines) -> System.out.println(String.format(
                Locale.ROOT,
                "%5d of %5d lines  %s%s",
                lines[0],
                lines[1],
                file,
                missingOf.containsKey(file) ? ", not " + missingOf.get(file) : "")));
        System.out.println(String.format(Locale.ROOT, "%5d of %5d lines  %.1f %%", sum(0), sum(1), 100 * ratio()));
    }

    private int sum(int index) {
        return linesOf.values().stream().mapToInt(lines -> lines[index]).sum();
    }

    /** The class files of a package, next to those of {@code Block} or {@code DataType}. */
    private static List<Path> classes(String packageName) throws IOException {
        Class<?> known = packageName.startsWith("io/chconnect/types")
                ? io.chconnect.types.DataType.class
                : io.chconnect.codec.Block.class;
        try {
            Path root = Path.of(
                    known.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.list(root.resolve(packageName))) {
                return files.filter(file -> file.toString().endsWith(".class")).toList();
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
