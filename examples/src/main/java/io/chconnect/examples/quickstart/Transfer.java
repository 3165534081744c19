package io.chconnect.examples.quickstart;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Moves the flights from the file into Java and from Java into the table. */
final class Transfer {
    static final String TABLE = "quickstart_flights";

    private final Terminal terminal;
    private final String source;

    Transfer(Terminal terminal, Path file) {
        this.terminal = terminal;
        this.source = "file('" + file.toString().replace("\\", "\\\\").replace("'", "\\'") + "', Parquet, '"
                + FlightColumns.STRUCTURE.replace("'", "\\'") + "')";
    }

    /** The file as a table function of the engine. */
    String source() {
        return source;
    }

    List<FlightColumns> read(Client engine) {
        long total = engine.query("SELECT count() FROM " + source).single(Long.class);
        ProgressBar progress = new ProgressBar(terminal, "read", total, System::nanoTime);
        List<FlightColumns> flights = new ArrayList<>();
        try (QueryResult result =
                engine.query("SELECT " + String.join(", ", FlightColumns.NAMES) + " FROM " + source)) {
            for (Iterator<Block> blocks = result.blocks(); blocks.hasNext(); ) {
                FlightColumns columns = new FlightColumns(blocks.next());
                flights.add(columns);
                progress.advance(columns.rowCount(), columns.bytes());
            }
        }
        progress.finish();
        return flights;
    }

    void insert(Client client, List<FlightColumns> flights) {
        client.command("DROP TABLE IF EXISTS " + TABLE);
        client.command("CREATE TABLE " + TABLE + " (" + FlightColumns.STRUCTURE
                + ") ENGINE = MergeTree ORDER BY (origin, date)");
        long total = flights.stream().mapToLong(FlightColumns::rowCount).sum();
        ProgressBar progress = new ProgressBar(terminal, "insert", total, System::nanoTime);
        CountedBlocks blocks = new CountedBlocks(flights.iterator(), progress);
        client.insertBlocks(TABLE, blocks);
        blocks.countUnderWay();
        progress.finish();
    }
}
