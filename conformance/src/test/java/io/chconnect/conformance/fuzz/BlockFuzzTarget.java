package io.chconnect.conformance.fuzz;

import io.chconnect.codec.Block;
import io.chconnect.codec.BlockReader;
import io.chconnect.codec.BlockWriter;
import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.error.MalformedDataException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.text.ValueText;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block reader. The first byte of the input chooses the revision and how the bytes arrive; the rest are the bytes. What
 * can be read is written and read again, and every value is asked for, shown as text and made into a column again.
 */
public final class BlockFuzzTarget {
    /** Revisions that the first byte chooses from, and types in binary form. */
    static final int MODES = 5;

    /** The mode of types in binary form. */
    static final int BINARY = MODES - 1;

    private static final int MAX_ROWS = 2_000;
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final ColumnFactory FACTORY = new ColumnFactory(ZONE);

    private BlockFuzzTarget() {}

    /** For Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        int choice = input[0] & 0xFF;
        int mode = choice % MODES;
        Windows windows = Windows.ALL.get(choice / MODES % Windows.ALL.size());
        for (Block block : Allocation.bounded(input.length, () -> blocks(windows.of(bytes), mode))) {
            if (block.rowCount() <= MAX_ROWS) {
                writeAndReadAgain(block);
                block.columns().forEach(BlockFuzzTarget::use);
            }
        }
    }

    /** The first byte of an input. */
    static byte choice(int mode, Windows windows) {
        return (byte) (mode + MODES * Windows.ALL.indexOf(windows));
    }

    private static List<Block> blocks(ByteSource source, int mode) {
        List<Block> blocks = new ArrayList<>();
        try {
            BlockReader reader = reader(source, mode);
            for (Block block = reader.read(); block != null; block = reader.read()) {
                blocks.add(block);
            }
        } catch (MalformedDataException | UnsupportedTypeException e) {
            // The documented ways to fail.
        }
        return blocks;
    }

    private static BlockReader reader(ByteSource source, int mode) {
        return switch (mode) {
            case 0 -> new BlockReader(source, ProtocolRevision.NONE, ZONE);
            case 1 -> new BlockReader(source, ProtocolRevision.DEFAULT, ZONE);
            case 2 -> new BlockReader(source, 54_454, ZONE);
            case 3 -> new BlockReader(source, 54_480, ZONE);
            default -> BlockReader.withBinaryTypes(source, ZONE);
        };
    }

    private static void writeAndReadAgain(Block block) {
        byte[] written = write(block);
        if (block.columnCount() > 0) {
            Block again = new BlockReader(ByteSource.of(written), ProtocolRevision.NONE, ZONE).read();
            if (again == null || !Arrays.equals(write(again), written)) {
                throw new AssertionError("a block is written in two ways");
            }
        }
    }

    private static void use(Column column) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < column.rowCount(); row++) {
            try {
                column.getText(row);
                Object value = column.get(row);
                values.add(value);
                if (column.isNull(row) != (value == null)) {
                    throw new AssertionError("row " + row + " is NULL or not");
                }
                write(column, value, ValueText.of(column.type(), value));
            } catch (ConversionException e) {
                // A String that is not UTF-8, an Enum without label, a key that stands twice.
                return;
            }
        }
        try {
            FACTORY.column(column.type(), values);
            FACTORY.column(column.type(), stored(column));
        } catch (ConversionException e) {
            // The wire can hold values beyond what may be written, such as a Date32 of the year 9999.
        }
    }

    /** The array that a column stands on, or the column. */
    private static Object stored(Column column) {
        Column values = column instanceof NullableColumn nullable ? nullable.values() : column;
        if (values instanceof ByteColumn) {
            return values.asBytes();
        } else if (values instanceof ShortColumn) {
            return values.asShorts();
        } else if (values instanceof IntColumn) {
            return values.asInts();
        } else if (values instanceof LongColumn) {
            return values.asLongs();
        } else if (values instanceof FloatColumn) {
            return values.asFloats();
        }
        return values instanceof DoubleColumn ? values.asDoubles() : column;
    }

    /** Texts are accepted where they parse exactly. */
    private static void write(Column column, @Nullable Object value, String text) {
        for (Object input : new Object[] {text, value == null ? "" : value}) {
            try {
                FACTORY.column(column.type(), Collections.singletonList(input));
            } catch (ConversionException e) {
                // Not all types take text.
            }
        }
    }

    private static byte[] write(Block block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlockWriter(out::write).write(block);
        return out.toByteArray();
    }
}
