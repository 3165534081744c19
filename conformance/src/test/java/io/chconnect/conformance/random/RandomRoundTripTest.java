package io.chconnect.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.Block;
import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random schemas over HTTP: the engine's values are read and written back, as they are and as Java objects; within the
 * engine nothing differs. The texts are the engine's, and so are the bytes where the format is canonical.
 */
@ClickHouseServerTest
class RandomRoundTripTest {
    static final long FIRST_SEED = 20_260_101;
    private static final int BLOCK_INFO_BYTES = 8;
    private static final String DATABASE = "random_round_trip";
    private static final String SOURCE = DATABASE + ".source";
    private static final String TARGET = DATABASE + ".target";

    private final EngineHttp engine;
    private final KindCounts counts = new KindCounts();
    private int unreadableRows;
    private int rows;

    RandomRoundTripTest(ClickHouseServer server) {
        engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS " + DATABASE + " ENGINE = Atomic");
    }

    @Test
    @Timeout(240)
    void schemasMakeTheRoundTrip() {
        run(150);
    }

    @Test
    @Tag("soak")
    @Timeout(3600)
    void twoThousandSchemasMakeTheRoundTrip() {
        run(2_000);
        System.out.println(counts.table());
        assertThat(counts.missing(50, 20)).isEmpty();
    }

    private void run(int schemas) {
        List<String> failures = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + schemas; seed++) {
            RandomSchema schema = RandomSchema.of(seed);
            schema.types().forEach(counts::add);
            try {
                roundTrip(schema);
            } catch (RuntimeException | AssertionError e) {
                failures.add(schema + "\n" + e);
            }
        }
        assertThat(failures).as("%d of %d schemas", failures.size(), schemas).isEmpty();
        // Only maps whose keys repeat and bytes that are no text may have no Java object.
        assertThat(unreadableRows).isLessThan(rows / 10);
    }

    private void roundTrip(RandomSchema schema) {
        engine.text(schema.createSource(SOURCE));
        byte[] bytes = engine.nativeBytes(schema.select(SOURCE));
        List<Block> blocks = Blocks.read(ByteSource.of(bytes), ProtocolRevision.DEFAULT);
        assertThat(blocks).hasSize(1);
        Block block = blocks.get(0);
        assertThat(block.columns().subList(1, block.columnCount()).stream().map(Column::type))
                .isEqualTo(schema.types());

        writeBack(schema, block);
        writeBack(schema, throughObjects(schema, block));
        compareTexts(schema, block);
        compareBytes(schema);
    }

    private void writeBack(RandomSchema schema, Block block) {
        engine.text(schema.createTarget(TARGET));
        engine.insert(TARGET, Blocks.write(block));
        String differences = engine.text(schema.compare(SOURCE, TARGET));
        assertThat(differences)
                .isEqualTo(schema.rows() + "\t0".repeat(schema.types().size()));
    }

    /** The block, made anew of Java objects where all values of a column have one. */
    private Block throughObjects(RandomSchema schema, Block block) {
        List<Column> columns = new ArrayList<>();
        columns.add(block.column(0));
        for (int i = 0; i < schema.types().size(); i++) {
            Column column = block.column(i + 1);
            List<@Nullable Object> values = new ArrayList<>();
            for (int row = 0; row < block.rowCount(); row++) {
                Value value = value(schema.types().get(i), column, row);
                rows++;
                if (!value.readable()) {
                    unreadableRows++;
                    break;
                }
                values.add(value.object());
            }
            columns.add(
                    values.size() == block.rowCount()
                            ? Blocks.build(schema.types().get(i), values)
                            : column);
        }
        return new Block(block.names(), columns);
    }

    private void compareTexts(RandomSchema schema, Block block) {
        Block texts = Blocks.read(
                        ByteSource.of(engine.nativeBytes(schema.selectTexts(SOURCE))), ProtocolRevision.DEFAULT)
                .get(0);
        for (int i = 0; i < schema.types().size(); i++) {
            io.chconnect.codec.column.NullableColumn engines =
                    (io.chconnect.codec.column.NullableColumn) texts.column(i);
            for (int row = 0; row < block.rowCount(); row++) {
                Value value = value(schema.types().get(i), block.column(i + 1), row);
                if (value.readable()) {
                    String expected = engines.isNull(row)
                            ? "NULL"
                            : new String(((StringColumn) engines.values()).getBytes(row), StandardCharsets.UTF_8);
                    assertThat(ValueText.of(schema.types().get(i), value.object()))
                            .as(
                                    "text of row %d of %s",
                                    row, schema.types().get(i).name())
                            .isEqualTo(expected);
                }
            }
        }
    }

    private void compareBytes(RandomSchema schema) {
        String canonical = schema.selectCanonical(SOURCE);
        if (!canonical.isEmpty()) {
            byte[] bytes = engine.nativeBytes(canonical);
            byte[] ours = Blocks.write(
                    Blocks.read(ByteSource.of(bytes), ProtocolRevision.DEFAULT).get(0));
            assertThat(ours).isEqualTo(Arrays.copyOfRange(bytes, BLOCK_INFO_BYTES, bytes.length));
        }
    }

    /** A value as a Java object, unless there is a reason why it has none. */
    private static Value value(DataType type, Column column, int row) {
        try {
            return new Value(column.get(row), true);
        } catch (ConversionException e) {
            boolean repeatedKey = type.name().contains("Map(") && message(e).contains("stands twice");
            boolean bytes = RandomSchema.hasBytes(type) && message(e).contains("UTF-8");
            if (repeatedKey || bytes) {
                return new Value(null, false);
            }
            throw e;
        }
    }

    private static String message(ConversionException e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private record Value(@Nullable Object object, boolean readable) {}
}
