package io.chconnect.testkit.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.Block;
import io.chconnect.codec.BlockReader;
import io.chconnect.codec.BlockWriter;
import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.Column;
import io.chconnect.types.DataType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bytes to blocks and back. */
public final class Blocks {
    /** The zone of a DateTime that names none. */
    public static final ZoneId ZONE = ZoneId.of("UTC");

    private static final int DIRECT_WINDOW = 4096;

    private Blocks() {}

    /**
     * Reads all blocks.
     *
     * @param source the bytes
     * @param revision the revision they were asked for
     * @return the blocks, those without rows included
     */
    public static List<Block> read(ByteSource source, int revision) {
        BlockReader reader = new BlockReader(source, revision, ZONE);
        List<Block> blocks = new ArrayList<>();
        for (Block block = reader.read(); block != null; block = reader.read()) {
            blocks.add(block);
        }
        return blocks;
    }

    /**
     * Reads the one column of what {@link EngineHttp#nativeBytes(String)} gave.
     *
     * @param bytes at most one block
     * @return the column
     */
    public static Column readColumn(byte[] bytes) {
        return readColumn(ByteSource.of(bytes), ProtocolRevision.DEFAULT);
    }

    /**
     * Reads the one column of at most one block.
     *
     * @param source the bytes
     * @param revision the revision they were asked for
     * @return the column
     */
    public static Column readColumn(ByteSource source, int revision) {
        List<Block> blocks = read(source, revision);
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).columnCount()).isEqualTo(1);
        return blocks.get(0).column(0);
    }

    /**
     * Writes a block.
     *
     * @param block the block
     * @return its bytes, without block info
     */
    public static byte[] write(Block block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlockWriter(out::write).write(block);
        return out.toByteArray();
    }

    /**
     * Writes a block of one column.
     *
     * @param name the name of the column
     * @param column the column
     * @return its bytes, without block info
     */
    public static byte[] write(String name, Column column) {
        return write(new Block(List.of(name), List.of(column)));
    }

    /**
     * Makes a column of Java values, one by one.
     *
     * @param type the type
     * @param values the values; null is NULL
     * @return the column
     */
    public static Column build(DataType type, List<?> values) {
        return new ColumnFactory(ZONE).column(type, values);
    }

    /**
     * Bytes in windows of the same length.
     *
     * @param bytes the bytes
     * @param length of each window but the last
     * @return a source
     */
    public static ByteSource split(byte[] bytes, int length) {
        int[] position = {0};
        return () -> {
            if (position[0] == bytes.length) {
                return null;
            }
            int step = Math.min(length, bytes.length - position[0]);
            ByteBuffer window = ByteBuffer.wrap(bytes, position[0], step);
            position[0] += step;
            return window;
        };
    }

    /**
     * Bytes in windows of random lengths, some on the heap and some direct.
     *
     * @param bytes the bytes
     * @param seed of the lengths
     * @return a source
     */
    public static ByteSource randomSplit(byte[] bytes, long seed) {
        Random random = new Random(seed);
        int[] position = {0};
        return () -> {
            if (position[0] == bytes.length) {
                return null;
            }
            int most = random.nextBoolean() ? 9 : DIRECT_WINDOW;
            int step = Math.min(1 + random.nextInt(most), bytes.length - position[0]);
            ByteBuffer window =
                    random.nextBoolean() ? ByteBuffer.allocateDirect(step + 3) : ByteBuffer.allocate(step + 3);
            window.position(2);
            window.put(bytes, position[0], step).flip().position(2);
            position[0] += step;
            return window;
        };
    }
}
