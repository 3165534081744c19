package io.chconnect.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.Block;
import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.testkit.types.EngineHttp;
import java.util.Arrays;
import java.util.List;

/** Over HTTP, where also the bytes are the engine's wherever the format is canonical. */
@ClickHouseServerTest
class HttpRandomRoundTripTest extends RandomRoundTrip {
    private static final int BLOCK_INFO_BYTES = 8;

    private final EngineHttp engine;

    HttpRandomRoundTripTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
    }

    @Override
    String text(String sql) {
        return engine.text(sql);
    }

    @Override
    Block read(String select) {
        List<Block> blocks = Blocks.read(ByteSource.of(engine.nativeBytes(select)), ProtocolRevision.DEFAULT);
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    @Override
    void insert(String table, Block block) {
        engine.insert(table, Blocks.write(block));
    }

    @Override
    void compareMore(RandomSchema schema) {
        String canonical = schema.selectCanonical(SOURCE);
        if (!canonical.isEmpty()) {
            byte[] bytes = engine.nativeBytes(canonical);
            Block block =
                    Blocks.read(ByteSource.of(bytes), ProtocolRevision.DEFAULT).get(0);
            assertThat(Blocks.write(block)).isEqualTo(Arrays.copyOfRange(bytes, BLOCK_INFO_BYTES, bytes.length));
        }
    }
}
