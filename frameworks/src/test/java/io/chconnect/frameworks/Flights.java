package io.chconnect.frameworks;

import io.chconnect.engine.PackageFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Three million US flights of the first half of 2001, as a table. */
final class Flights {
    static final long ROWS = 3_000_000;

    private static final Duration FETCH_LIMIT = Duration.ofMinutes(5);
    private static final PackageFile FILE = new PackageFile(
            "vega-datasets",
            "3.2.1",
            "lTSwZA6yq6qSU2YZm+6bqILiIvTPPxn4itir7jPGFmHIdPvUfQ9pCzzcrklYywMJgLUbaIeSkZQdiJd6wBxPug==",
            "package/data/flights-3m.parquet",
            13_493_022);
    private static final String STRUCTURE =
            "date DateTime('UTC'), delay Int16, distance UInt16, origin LowCardinality(String),"
                    + " destination LowCardinality(String)";

    private Flights() {}

    /** Makes the table {@code flights} in a database of its own. */
    static void create(Connection connection, String database) throws SQLException {
        Path file = FILE.locate(FETCH_LIMIT, (step, done, total) -> {});
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " ENGINE = Atomic");
            statement.execute("CREATE TABLE " + database + ".flights (" + STRUCTURE
                    + ") ENGINE = MergeTree ORDER BY (origin, date)");
            statement.execute("INSERT INTO " + database + ".flights SELECT * FROM file('"
                    + file.toString().replace("\\", "\\\\").replace("'", "\\'") + "', Parquet, '"
                    + STRUCTURE.replace("'", "\\'") + "')");
        }
    }
}
