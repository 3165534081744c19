package io.chconnect.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import io.chconnect.testkit.types.EngineHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** In process, where types arrive in their binary form. */
class EmbeddedRandomRoundTripTest extends RandomRoundTrip {
    private Client client;

    @BeforeEach
    void open() {
        client = Client.connect("chdb:memory");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    String text(String sql) {
        if (!sql.startsWith("SELECT")) {
            client.command(request -> allowEverything(request.sql(sql)));
            return "";
        }
        Block block = read(sql);
        return String.join(
                "\t",
                block.columns().stream()
                        .map(column -> Objects.toString(column.get(0)))
                        .toList());
    }

    @Override
    Block read(String select) {
        List<Block> blocks = new ArrayList<>();
        try (QueryResult result = client.query(request -> allowEverything(request.sql(select)))) {
            result.blocks().forEachRemaining(blocks::add);
        }
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    @Override
    void insert(String table, Block block) {
        client.insertBlocks(table, List.of(block).iterator());
    }

    private static QueryRequest allowEverything(QueryRequest request) {
        EngineHttp.settings().forEach(request::setting);
        return request;
    }
}
