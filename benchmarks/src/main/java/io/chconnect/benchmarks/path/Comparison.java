package io.chconnect.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Runs contestants in turn, so that noise of the machine meets all of them. In each turn a contestant works twice, and the
 * second time counts: the first one pays for what the server and the JVM gave back while others had their turns. The first
 * contestant is the measure of the others.
 */
final class Comparison {
    private static final int WARMUPS = 2;

    private final String title;
    private final long expected;
    private final List<Contestant> contestants = new ArrayList<>();

    /** @param expected what every contestant has to come to */
    Comparison(String title, long expected) {
        this.title = title;
        this.expected = expected;
    }

    Comparison add(Contestant contestant) {
        contestants.add(contestant);
        return this;
    }

    /** Runs them all, and closes them. */
    Outcome run(int rounds) throws Exception {
        try {
            List<List<Measurement>> taken = new ArrayList<>();
            contestants.forEach(contestant -> taken.add(new ArrayList<>()));
            for (int round = -WARMUPS; round < rounds; round++) {
                for (int i = 0; i < contestants.size(); i++) {
                    contestants.get(i).measure(expected);
                    Measurement measurement = contestants.get(i).measure(expected);
                    if (round >= 0) {
                        taken.get(i).add(measurement);
                    }
                }
            }
            List<Outcome.Line> lines = new ArrayList<>();
            for (int i = 0; i < contestants.size(); i++) {
                lines.add(new Outcome.Line(
                        contestants.get(i).name(),
                        median(taken.get(i), Measurement::wallNanos) / 1e6,
                        median(taken.get(i), Measurement::cpuNanos) / 1e6,
                        median(taken.get(i), Measurement::allocatedBytes) / 1e6));
            }
            return new Outcome(title, lines);
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private static double median(List<Measurement> taken, ToLongFunction<Measurement> figure) {
        long[] sorted = taken.stream().mapToLong(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
