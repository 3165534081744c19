package io.chconnect.benchmarks.path.read;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.data.FiveColumns;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.StringColumn;
import java.util.Iterator;

/** This driver, by columns; strings as bytes. */
public final class ColumnRead implements Contestant {
    private final String name;
    private final Client client;
    private final String sql;
    private final boolean recycle;

    public ColumnRead(String name, String url, String sql) {
        this(name, url, sql, false);
    }

    /** @param recycle whether blocks are given back, so that the next one is read into their arrays */
    public ColumnRead(String name, String url, String sql, boolean recycle) {
        this.name = name;
        this.recycle = recycle;
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long run() {
        long sum = 0;
        try (QueryResult result = client.query(sql)) {
            for (Iterator<Block> blocks = result.blocks(); blocks.hasNext(); ) {
                Block block = blocks.next();
                sum += sum(block);
                if (recycle) {
                    result.recycle(block);
                }
            }
        }
        return sum;
    }

    private static long sum(Block block) {
        long[] ids = block.column(0).asLongs();
        StringColumn names = (StringColumn) block.column(1);
        double[] metrics = block.column(2).asDoubles();
        int[] seconds = block.column(3).asInts();
        int[] codes = block.column(4).asInts();
        byte[] bytes = names.bytes();
        int[] offsets = names.offsets();
        long sum = 0;
        for (int row = 0; row < ids.length; row++) {
            int length = offsets[row + 1] - offsets[row];
            if (bytes[offsets[row]] != 'n') {
                throw new IllegalStateException("row " + row + " has another name");
            }
            sum += FiveColumns.checksum(
                    ids[row], length, metrics[row], Integer.toUnsignedLong(seconds[row]), codes[row]);
        }
        return sum;
    }

    @Override
    public void close() {
        client.close();
    }
}
