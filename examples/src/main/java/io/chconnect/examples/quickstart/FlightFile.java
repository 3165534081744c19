package io.chconnect.examples.quickstart;

import io.chconnect.engine.FetchListener;
import io.chconnect.engine.PackageFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** The real data: three million US flights of the first half of 2001. */
final class FlightFile {
    private static final Duration FETCH_LIMIT = Duration.ofMinutes(10);
    private static final PackageFile FLIGHTS = new PackageFile(
            "vega-datasets",
            "3.2.1",
            "lTSwZA6yq6qSU2YZm+6bqILiIvTPPxn4itir7jPGFmHIdPvUfQ9pCzzcrklYywMJgLUbaIeSkZQdiJd6wBxPug==",
            "package/data/flights-3m.parquet",
            13_493_022);

    private FlightFile() {}

    static Path locate(PrintStream log) {
        return FLIGHTS.locate(FETCH_LIMIT, (step, done, total) -> {
            if (step == FetchListener.Step.DOWNLOAD) {
                log.println("fetching " + FLIGHTS.packageName() + "@" + FLIGHTS.version()
                        + " with npm into the user cache (18 MB, once)");
            }
        });
    }
}
