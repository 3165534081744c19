package io.chconnect.benchmarks.path;

import io.chconnect.benchmarks.path.data.FiveColumns;
import io.chconnect.benchmarks.path.frame.FrameRead;
import io.chconnect.benchmarks.path.frame.JdbcFrameFill;
import io.chconnect.benchmarks.path.frame.PeerVectorFill;
import io.chconnect.benchmarks.path.frame.VectorRead;
import io.chconnect.engine.ClickHouseServer;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/** Compares the ways to Arrow's vectors and to data frames, and prints the figures. */
public final class VectorsAndFrames {
    private VectorsAndFrames() {}

    /**
     * Runs both comparisons.
     *
     * @param args rows, and rounds; each may be left out from the right
     * @throws Exception if a contestant fails
     */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        long rows = args.length > 0 ? Long.parseLong(args[0]) : 5_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        String sql = FiveColumns.select(rows);
        try (ClickHouseServer server = ClickHouseServer.start()) {
            Outcome vectors = new Comparison("Vectors of " + rows + " rows of five columns", FiveColumns.expected(rows))
                    .add(new VectorRead(false, server.url(), sql))
                    .add(new VectorRead(true, server.url(), sql))
                    .add(new PeerVectorFill(server.url(), sql))
                    .run(rounds);
            System.out.println(vectors.markdown());
            Outcome frames = new Comparison(
                            "A data frame of " + rows + " rows of five columns", FiveColumns.expected(rows))
                    .add(new FrameRead(false, server.url(), sql))
                    .add(new FrameRead(true, server.url(), sql))
                    .add(new JdbcFrameFill(server, sql))
                    .run(rounds);
            System.out.println(frames.markdown());
        }
    }
}
