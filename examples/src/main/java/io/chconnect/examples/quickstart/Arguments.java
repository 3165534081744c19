package io.chconnect.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param url the ClickHouse to use; null starts the engine's own server
 * @param file the Parquet file of flights; null fetches the real one
 * @param help whether only the usage is wanted
 */
record Arguments(@Nullable String url, @Nullable Path file, boolean help) {
    static final String USAGE = """
            usage: quickstart [--url URL] [--file FILE]

            Moves three million US flights out of the ClickHouse engine into Java, inserts them into the table
            quickstart_flights, compares both sides, and answers questions about them.

              --url URL    the ClickHouse to insert into, as http://user:password@host:8123/database, or chdb:memory for
                           the engine in this process; a table quickstart_flights there is replaced, and stays.
                           Without it a server of the engine is started, and stopped at the end.
              --file FILE  a Parquet file with the columns date, delay, distance, origin and destination, instead of
                           flights-3m.parquet of the npm package vega-datasets, which is fetched once
              --help       shows this

            exit codes: 0 all went well, 1 something failed, 2 the command line is wrong, 3 the two sides differ""";

    /** Reads a command line; throws {@link UsageException}. */
    static Arguments parse(String... args) {
        String url = null;
        Path file = null;
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help", "-h" -> help = true;
                case "--url" -> url = value(args, i++);
                case "--file" -> file = readable(value(args, i++));
                default ->
                    throw new UsageException("unknown option \"" + args[i] + "\": expected --url, --file or --help");
            }
        }
        return new Arguments(url, file, help);
    }

    private static String value(String[] args, int option) {
        if (option + 1 == args.length || args[option + 1].startsWith("--")) {
            throw new UsageException("the option " + args[option] + " needs a value");
        }
        return args[option + 1];
    }

    private static Path readable(String text) {
        Path file = Path.of(text).toAbsolutePath();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("the file " + file + " cannot be read");
        }
        return file;
    }
}
