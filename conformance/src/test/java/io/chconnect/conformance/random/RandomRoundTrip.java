package io.chconnect.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.types.DataType;
import io.chconnect.types.text.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random schemas: the engine's values are read and written back, as they are and as Java objects; within the engine nothing
 * differs. The texts are the engine's.
 */
abstract class RandomRoundTrip {
    private static final long FIRST_SEED = 20_260_101;
    private static final String DATABASE = "random_round_trip";
    private static final String TARGET = DATABASE + ".target";

    /** The table that the values come from. */
    static final String SOURCE = DATABASE + ".source";

    private final KindCounts counts = new KindCounts();
    private int unreadableColumns;
    private int columns;

    /** Runs a statement and gives its one line of text, if it has one. */
    abstract String text(String sql);

    /** Runs a query that gives one block. */
    abstract Block read(String select);

    /** Inserts a block. */
    abstract void insert(String table, Block block);

    /** What else there is to see. */
    void compareMore(RandomSchema schema) {}

    @Test
    @Timeout(240)
    void schemasMakeTheRoundTrip() {
        assertSound(150, run(150));
    }

    @Test
    @Tag("soak")
    @Timeout(3600)
    void twoThousandSchemasMakeTheRoundTrip() {
        List<String> failures = run(2_000);
        System.out.println(getClass().getSimpleName() + ": " + failures.size() + " of 2000 schemas differ, "
                + unreadableColumns + " of " + columns + " columns not as objects\n" + counts.table());
        assertSound(2_000, failures);
        assertThat(counts.missing(50, 20)).isEmpty();
    }

    private void assertSound(int schemas, List<String> failures) {
        assertThat(failures).as("%d of %d schemas", failures.size(), schemas).isEmpty();
        // Maps whose keys repeat and bytes that are no text have no Java object; Variant and its like only a value.
        assertThat(unreadableColumns).isLessThan(columns / 3);
    }

    private List<String> run(int schemas) {
        text("CREATE DATABASE IF NOT EXISTS " + DATABASE + " ENGINE = Atomic");
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
        return failures;
    }

    private void roundTrip(RandomSchema schema) {
        text(schema.createSource(SOURCE));
        Block block = read(schema.select(SOURCE));
        assertThat(block.columns().subList(1, block.columnCount()).stream().map(Column::type))
                .isEqualTo(schema.types());

        writeBack(schema, block);
        writeBack(schema, throughObjects(schema, block));
        compareTexts(schema, block);
        compareMore(schema);
    }

    private void writeBack(RandomSchema schema, Block block) {
        text(schema.createTarget(TARGET));
        insert(TARGET, block);
        assertThat(text(schema.compare(SOURCE, TARGET)))
                .isEqualTo(schema.rows() + "\t0".repeat(schema.types().size()));
    }

    /** The block, made anew of Java objects where all values of a column have one. */
    private Block throughObjects(RandomSchema schema, Block block) {
        List<Column> objects = new ArrayList<>();
        objects.add(block.column(0));
        for (int i = 0; i < schema.types().size(); i++) {
            Column column = block.column(i + 1);
            List<@Nullable Object> values = new ArrayList<>();
            for (int row = 0; row < block.rowCount(); row++) {
                Value value = value(schema.types().get(i), column, row);
                if (!value.readable()) {
                    break;
                }
                values.add(value.object());
            }
            // A value of these has lost which of its types it was.
            boolean readable = values.size() == block.rowCount()
                    && !RandomSchema.hasMembers(schema.types().get(i));
            columns++;
            unreadableColumns += readable ? 0 : 1;
            objects.add(readable ? Blocks.build(schema.types().get(i), values) : column);
        }
        return new Block(block.names(), objects);
    }

    private void compareTexts(RandomSchema schema, Block block) {
        Block texts = read(schema.selectTexts(SOURCE));
        for (int i = 0; i < schema.types().size(); i++) {
            DataType type = schema.types().get(i);
            NullableColumn engines = (NullableColumn) texts.column(i);
            for (int row = 0; row < block.rowCount(); row++) {
                byte[] bytes = ((StringColumn) engines.values()).getBytes(row);
                Column column = block.column(i + 1);
                Value value = value(type, column, row);
                if (!value.readable() && RandomSchema.hasBytes(type)) {
                    continue;
                }
                // The engine's text of a NULL in a Variant is empty.
                String expected = column.isNull(row) ? "NULL" : new String(bytes, StandardCharsets.UTF_8);
                assertThat(column.getText(row))
                        .as("text of row %d of %s", row, type.name())
                        .isEqualTo(expected);
                if (value.readable() && !RandomSchema.hasMembers(type)) {
                    assertThat(ValueText.of(type, value.object()))
                            .as("text of the object of row %d of %s", row, type.name())
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** A value as a Java object, unless there is a reason why it has none. */
    private static Value value(DataType type, Column column, int row) {
        try {
            return new Value(column.get(row), true);
        } catch (ConversionException e) {
            String message = Objects.requireNonNullElse(e.getMessage(), "");
            boolean repeatedKey = type.name().contains("Map(") && message.contains("stands twice");
            boolean bytes = RandomSchema.hasBytes(type) && message.contains("UTF-8");
            if (repeatedKey || bytes) {
                return new Value(null, false);
            }
            throw e;
        }
    }

    private record Value(@Nullable Object object, boolean readable) {}
}
