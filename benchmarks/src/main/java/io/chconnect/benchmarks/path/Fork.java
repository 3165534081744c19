package io.chconnect.benchmarks.path;

import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs one comparison in a JVM and against a server of its own, so that what the compiler, the heap and the server keep of one
 * comparison does not colour the figures of another.
 */
public final class Fork {
    private static final Duration LIMIT = Duration.ofHours(1);

    private Fork() {}

    /** Runs a comparison in a new JVM with the heap of this one. */
    static Outcome run(String name, Settings settings) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("outcome", ".tsv");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("-Xm"))
                    .forEach(command::add);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
            command.addAll(List.of(name, answer.toString()));
            command.addAll(settings.arguments());
            Process process = new ProcessBuilder(command).inheritIO().start();
            try {
                if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
                    throw new IOException("The comparison " + name + " took longer than " + LIMIT);
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw new IOException("The comparison " + name + " ended with status " + process.exitValue());
            }
            return Outcome.parse(Files.readString(answer));
        } finally {
            Files.delete(answer);
        }
    }

    /**
     * Runs a comparison in this JVM, against a server of its own.
     *
     * @param name the comparison
     * @param settings how it is run
     */
    static Outcome here(String name, Settings settings) throws Exception {
        // By the rules of a Turkish locale, client-v2 does not find a setter of "id"; jdbc-v2 reads the times of a
        // column in UTC by the zone of the JVM.
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        try (ClickHouseServer server = ClickHouseServer.start()) {
            return new Suite(server, settings.sizes(), settings.python())
                    .comparison(name)
                    .run(settings.rounds());
        }
    }

    /**
     * The JVM of one comparison.
     *
     * @param args the comparison, the file for its figures, and its settings
     * @throws Exception if a contestant fails
     */
    public static void main(String[] args) throws Exception {
        Outcome outcome = here(args[0], Settings.parse(List.of(args).subList(2, args.length)));
        Files.writeString(Path.of(args[1]), outcome.format());
    }

    /**
     * How a comparison is run.
     *
     * @param readRows rows of the five columns
     * @param insertRows rows inserted
     * @param rounds how often every contestant is measured
     * @param python an interpreter that has clickhouse-connect, or null
     */
    record Settings(
            long readRows,
            int insertRows,
            int rounds,
            @Nullable String python) {
        static Settings parse(List<String> arguments) {
            return new Settings(
                    arguments.isEmpty() ? 5_000_000 : Long.parseLong(arguments.get(0)),
                    arguments.size() < 2 ? 2_000_000 : Integer.parseInt(arguments.get(1)),
                    arguments.size() < 3 ? 9 : Integer.parseInt(arguments.get(2)),
                    arguments.size() < 4 ? null : arguments.get(3));
        }

        List<String> arguments() {
            List<String> arguments = new ArrayList<>(List.of("" + readRows, "" + insertRows, "" + rounds));
            if (python != null) {
                arguments.add(python);
            }
            return arguments;
        }

        Suite.Sizes sizes() {
            return Suite.Sizes.of(readRows, insertRows);
        }
    }
}
