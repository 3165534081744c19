package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.StringColumn;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that are given back: the next one has their arrays, and its own values. */
class RecycledBlocksTest {
    private static final List<String> TYPES = List.of(
            "Int8",
            "Int16",
            "Int32",
            "Int64",
            "Float32",
            "Float64",
            "String",
            "UUID",
            "Nullable(Int64)",
            "Array(Int32)");

    private static Object value(String type, int row) {
        return switch (type) {
            case "String" -> "text " + row;
            case "UUID" -> new UUID(row, ~row);
            case "Array(Int32)" -> List.of(row, row + 1);
            case "Float32" -> row + 0.5f;
            case "Float64" -> row + 0.25;
            default -> (long) (byte) row;
        };
    }

    private static Block block(int firstRow, int rows) {
        List<Column> columns = new ArrayList<>();
        for (String type : TYPES) {
            columns.add(Columns.of(
                    type,
                    IntStream.range(firstRow, firstRow + rows)
                            .mapToObj(row -> type.startsWith("Nullable") && row % 3 == 0 ? null : value(type, row))
                            .toArray()));
        }
        return new Block(TYPES, columns);
    }

    private static BlockReader reader(List<Block> blocks, int window) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlockWriter writer = new BlockWriter(out::write);
        blocks.forEach(writer::write);
        byte[] bytes = out.toByteArray();
        Iterator<ByteBuffer> windows = IntStream.iterate(0, from -> from < bytes.length, from -> from + window)
                .mapToObj(from -> ByteBuffer.wrap(bytes, from, Math.min(window, bytes.length - from)))
                .iterator();
        return new BlockReader(() -> windows.hasNext() ? windows.next() : null, ProtocolRevision.NONE, ZoneOffset.UTC);
    }

    private static Block next(BlockReader reader) {
        return Objects.requireNonNull(reader.read());
    }

    private static void assertSame(Block found, Block expected) {
        for (int i = 0; i < TYPES.size(); i++) {
            for (int row = 0; row < expected.rowCount(); row++) {
                assertThat(found.column(i).get(row))
                        .as("%s, row %d", TYPES.get(i), row)
                        .isEqualTo(expected.column(i).get(row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 20})
    void everyBlockHasItsOwnValues(int window) {
        List<Block> blocks = List.of(block(0, 100), block(100, 100), block(1000, 5), block(7, 100), block(50_000, 300));
        BlockReader reader = reader(blocks, window);
        for (Block expected : blocks) {
            Block found = next(reader);
            assertThat(found.rowCount()).isEqualTo(expected.rowCount());
            assertSame(found, expected);
            reader.recycle(found);
        }
        assertThat(reader.read()).isNull();
    }

    @Test
    void theNextBlockHasTheArrays() {
        BlockReader reader = reader(List.of(block(10, 50), block(20, 50)), 1 << 20);
        Block first = next(reader);
        List<Object> arrays = arrays(first);
        reader.recycle(first);
        List<Object> again = arrays(next(reader));
        for (int i = 0; i < arrays.size(); i++) {
            assertThat(again.get(i)).isSameAs(arrays.get(i));
        }
    }

    @Test
    void aBlockThatIsKeptStaysAsItIs() {
        List<Block> blocks = List.of(block(0, 50), block(100, 50), block(200, 50));
        BlockReader reader = reader(blocks, 1 << 20);
        Block kept = next(reader);
        reader.recycle(next(reader));
        Block last = next(reader);
        assertSame(kept, blocks.get(0));
        assertSame(last, blocks.get(2));
    }

    @Test
    void aColumnThatStandsTwiceGivesItsArrayOnce() {
        Column column = Columns.of("Int64", 1, 2);
        Block twice = new Block(List.of("a", "b"), List.of(column, column));
        BlockReader reader = reader(List.of(block(0, 2), block(5, 2)), 1 << 20);
        reader.recycle(twice);
        Block first = next(reader);
        assertSame(first, block(0, 2));
        assertSame(next(reader), block(5, 2));
        assertSame(first, block(0, 2));
    }

    private static List<Object> arrays(Block block) {
        List<Object> arrays = new ArrayList<>();
        for (Column column : block.columns()) {
            Column values = column instanceof NullableColumn nullable ? nullable.values() : column;
            switch (values.type().name()) {
                case "Int8" -> arrays.add(values.asBytes());
                case "Int16" -> arrays.add(values.asShorts());
                case "Int32" -> arrays.add(values.asInts());
                case "Int64" -> arrays.add(values.asLongs());
                case "Float32" -> arrays.add(values.asFloats());
                case "Float64" -> arrays.add(values.asDoubles());
                case "String" -> {
                    arrays.add(((StringColumn) values).bytes());
                    arrays.add(((StringColumn) values).offsets());
                }
                case "UUID" -> arrays.add(((FixedBytesColumn) values).bytes());
                default -> assertThat(values.type().name()).isEqualTo("Array(Int32)");
            }
        }
        return arrays;
    }
}
