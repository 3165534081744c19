package io.chconnect.benchmarks.path.frame;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.client.Client;
import io.chconnect.dataframe.FrameClient;
import org.dflib.DataFrame;

/** A frame of DFLib, made of columns; materialized, it keeps an object for each text and time. */
public final class FrameRead implements Contestant {
    private final Client client;
    private final String sql;
    private final boolean materialized;

    public FrameRead(boolean materialized, String url, String sql) {
        this.materialized = materialized;
        this.client = Client.connect(url);
        this.sql = sql;
    }

    @Override
    public String name() {
        return materialized ? "data frame of our columns, materialized" : "data frame of our columns";
    }

    @Override
    public long run() {
        DataFrame frame = FrameClient.of(client).query(sql);
        return Frames.checksum(materialized ? frame.materialize() : frame);
    }

    @Override
    public void close() {
        client.close();
    }
}
