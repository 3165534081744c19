package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import java.util.Iterator;

/** This driver, decoding every column; counts the values that are there. */
public final class BlockRead implements Contestant {
    private final Client client;
    private final String sql;

    public BlockRead(String url, String sql) {
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public long run() {
        long values = 0;
        try (QueryResult result = client.query(sql)) {
            for (Iterator<Block> blocks = result.blocks(); blocks.hasNext(); ) {
                Block block = blocks.next();
                for (int i = 0; i < block.columnCount(); i++) {
                    values += count(block.column(i));
                }
            }
        }
        return values;
    }

    private static long count(Column column) {
        boolean[] nulls = column.nullMap();
        long values = column.rowCount();
        if (nulls != null) {
            for (boolean isNull : nulls) {
                values -= isNull ? 1 : 0;
            }
        }
        return values;
    }

    @Override
    public void close() {
        client.close();
    }
}
