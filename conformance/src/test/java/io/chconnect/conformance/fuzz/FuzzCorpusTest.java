package io.chconnect.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.EngineHttp;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every seed, and mutations of it: overwritten, cut, extended with numbers that lie. */
@ClickHouseServerTest
@Timeout(120)
class FuzzCorpusTest {
    private static final byte[][] LIES = {
        {-1},
        {0},
        {-128},
        {-1, -1, -1, -1, 7},
        {-1, -1, -1, -1, -1, -1, -1, 127},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
        {0, 0, 0, 0, 1, 0, 0, 0}
    };

    private final EngineHttp engine;

    FuzzCorpusTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
    }

    @Test
    void blocksFailAsDocumented() throws IOException {
        mutate(FuzzCorpus.blocks(engine), 25, BlockFuzzTarget::fuzzerTestOneInput);
    }

    @Test
    void typeNamesFailAsDocumented() throws IOException {
        mutate(FuzzCorpus.typeNames(), 100, TypeNameFuzzTarget::fuzzerTestOneInput);
    }

    @Test
    void framesFailAsDocumented() {
        mutate(FuzzCorpus.frames(engine), 150, FrameFuzzTarget::fuzzerTestOneInput);
    }

    private static void mutate(List<byte[]> seeds, int mutations, Consumer<byte[]> target) {
        assertThat(seeds).isNotEmpty();
        for (int i = 0; i < seeds.size(); i++) {
            byte[] seed = seeds.get(i);
            run(target, seed);
            Random random = new Random(i);
            for (int mutation = 0; mutation < mutations; mutation++) {
                run(target, mutated(seed, random));
            }
        }
    }

    private static void run(Consumer<byte[]> target, byte[] input) {
        try {
            target.accept(input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("input " + HexFormat.of().formatHex(input), e);
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] input = seed.clone();
        for (int change = random.nextInt(3); change >= 0 && input.length > 1; change--) {
            int at = 1 + random.nextInt(input.length - 1);
            switch (random.nextInt(4)) {
                case 0 -> input[at] = (byte) random.nextInt();
                case 1 -> input[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 2 ->
                    input = random.nextBoolean() ? Arrays.copyOf(input, at) : Arrays.copyOf(input, input.length + 9);
                default -> {
                    byte[] lie = LIES[random.nextInt(LIES.length)];
                    System.arraycopy(lie, 0, input, at, Math.min(lie.length, input.length - at));
                }
            }
        }
        return input;
    }
}
