package io.chconnect.benchmarks.path.frame;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import io.chconnect.dataframe.FrameClient;
import org.dflib.DataFrame;

/** A frame of DFLib, made of columns. */
public final class FrameRead implements Contestant {
    private final Client client;
    private final String sql;

    public FrameRead(String url, String sql) {
        this.client = Client.connect(url);
        this.sql = sql;
    }

    /** What {@link #run} gives for a number of rows. */
    public static long expected(long rows) {
        return Frames.expected(rows);
    }

    @Override
    public String name() {
        return "data frame of our columns";
    }

    @Override
    public long run() {
        DataFrame frame = FrameClient.of(client).query(sql);
        return Frames.checksum(frame);
    }

    @Override
    public void close() {
        client.close();
    }
}
