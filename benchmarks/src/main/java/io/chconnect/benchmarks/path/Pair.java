package io.chconnect.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Runs contestants in turn, so that noise of the machine meets all of them, and shows medians and ratios to the first. */
final class Pair {
    private final String title;
    private final long expected;
    private final List<Contestant> contestants;

    Pair(String title, long expected, List<Contestant> contestants) {
        this.title = title;
        this.expected = expected;
        this.contestants = contestants;
    }

    /** A Markdown table. */
    String run(int warmups, int rounds) throws Exception {
        List<List<Measurement>> taken = new ArrayList<>();
        contestants.forEach(contestant -> taken.add(new ArrayList<>()));
        for (int round = -warmups; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Measurement measurement = Measurement.of(contestants.get(i), expected);
                if (round >= 0) {
                    taken.get(i).add(measurement);
                }
            }
        }
        StringBuilder table = new StringBuilder("### " + title + "\n\n"
                + "| | wall ms | wall ratio | CPU ms | CPU ratio | allocated MB |\n|---|---|---|---|---|---|\n");
        double wallFloor = median(taken.get(0), Measurement::wallNanos);
        double cpuFloor = median(taken.get(0), Measurement::cpuNanos);
        for (int i = 0; i < contestants.size(); i++) {
            double wall = median(taken.get(i), Measurement::wallNanos);
            double cpu = median(taken.get(i), Measurement::cpuNanos);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.0f | %.2f | %.0f |%n",
                    contestants.get(i).name(),
                    wall / 1e6,
                    wall / wallFloor,
                    cpu / 1e6,
                    cpu / cpuFloor,
                    median(taken.get(i), Measurement::allocatedBytes) / 1e6));
        }
        return table.toString();
    }

    private static double median(List<Measurement> taken, ToLongFunction<Measurement> figure) {
        long[] sorted = taken.stream().mapToLong(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
