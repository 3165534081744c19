package io.chconnect.codec;

import io.chconnect.codec.column.Column;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns of type names, and their bytes in a block of one column {@code x}. */
public final class Columns {
    /** Of DateTime columns whose type names none. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Columns() {}

    /** A column of Java values. */
    public static Column of(String type, @Nullable Object... values) {
        return new ColumnFactory(ZONE).column(DataTypes.parse(type), Arrays.asList(values));
    }

    /** The same column, written and read again. */
    public static Column again(Column column) {
        return read(write(column));
    }

    /** A block without revision. */
    public static byte[] write(Column column) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlockWriter(out::write).write(new Block(List.of("x"), List.of(column)));
        return out.toByteArray();
    }

    /** What a column has behind the names of itself and its type. */
    public static byte[] data(Column column) {
        byte[] block = write(column);
        return Arrays.copyOfRange(block, header(column).length, block.length);
    }

    /** A column whose prefix and data are given. */
    public static Column read(String type, int rows, byte[] data) {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(1);
        varInt(block, rows);
        block.write(1);
        block.write('x');
        varInt(block, name.length);
        block.writeBytes(name);
        block.writeBytes(data);
        return read(block.toByteArray());
    }

    /** The texts of all rows. */
    public static List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < column.rowCount(); row++) {
            texts.add(column.getText(row));
        }
        return texts;
    }

    private static Column read(byte[] bytes) {
        BlockReader reader = new BlockReader(ByteSource.of(bytes), ProtocolRevision.NONE, ZONE);
        Column column = Objects.requireNonNull(reader.read()).column("x");
        if (reader.read() != null) {
            throw new AssertionError("more than one block");
        }
        return column;
    }

    private static byte[] header(Column column) {
        byte[] name = column.type().name().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(1);
        varInt(header, column.rowCount());
        header.write(1);
        header.write('x');
        varInt(header, name.length);
        header.writeBytes(name);
        return header.toByteArray();
    }

    private static void varInt(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
