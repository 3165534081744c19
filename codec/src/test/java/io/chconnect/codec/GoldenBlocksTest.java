package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import io.chconnect.error.MalformedDataException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataTypes;
import io.chconnect.types.text.ValueText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's bytes of every type, checked in: {@code golden.tsv}, which the tests with the engine keep true. */
class GoldenBlocksTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final int BLOCK_INFO_BYTES = 8;

    /**
     * A block of one column.
     *
     * @param type its name
     * @param canonical whether we write the same bytes
     * @param bytes at revision 54405
     * @param texts of the rows
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes nobody compares
    record Golden(String type, boolean canonical, byte[] bytes, List<String> texts) {
        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Golden> blocks() {
        try (InputStream in = Objects.requireNonNull(GoldenBlocksTest.class.getResourceAsStream("golden.tsv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(GoldenBlocksTest::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden parse(String line) {
        List<String> fields = Arrays.asList(line.split("\t", -1));
        List<String> texts = fields.subList(3, fields.size()).stream()
                .map(GoldenBlocksTest::unescaped)
                .toList();
        return new Golden(
                fields.get(0), fields.get(1).equals("canonical"), HexFormat.of().parseHex(fields.get(2)), texts);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void valuesAreRead(Golden golden) {
        Column column = column(golden.bytes(), ProtocolRevision.DEFAULT);

        assertThat(column.type()).isEqualTo(DataTypes.parse(golden.type()));
        assertThat(texts(column)).isEqualTo(golden.texts());
        boolean[] nullMap = column.nullMap();
        for (int row = 0; row < column.rowCount(); row++) {
            assertThat(column.isNull(row)).isEqualTo(golden.texts().get(row).equals("NULL") && column.get(row) == null);
            assertThat(nullMap != null && nullMap[row]).isEqualTo(column.isNull(row));
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void columnsAreWritten(Golden golden) {
        Column column = column(golden.bytes(), ProtocolRevision.DEFAULT);
        byte[] written = write(column);
        if (golden.canonical()) {
            assertThat(written).isEqualTo(Arrays.copyOfRange(golden.bytes(), BLOCK_INFO_BYTES, golden.bytes().length));
        }
        assertThat(texts(column(written, ProtocolRevision.NONE))).isEqualTo(golden.texts());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void valuesMakeTheSameColumn(Golden golden) {
        Column column = column(golden.bytes(), ProtocolRevision.DEFAULT);
        List<@Nullable Object> values = Arrays.asList(column.toObjects());

        Column built = new ColumnFactory(ZONE).column(column.type(), values);

        assertThat(Arrays.asList(built.toObjects())).isEqualTo(values);
        assertThat(texts(column(write(built), ProtocolRevision.NONE))).isEqualTo(golden.texts());
        if (golden.canonical()) {
            assertThat(write(built))
                    .isEqualTo(Arrays.copyOfRange(golden.bytes(), BLOCK_INFO_BYTES, golden.bytes().length));
        }
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("blocks")
    void manyRowsAreKept(Golden golden) {
        Column column = column(golden.bytes(), ProtocolRevision.DEFAULT);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add(column.get(i % column.rowCount()));
        }
        byte[] written = write(new ColumnFactory(ZONE).column(column.type(), values));
        Column again = column(oneByOne(written), ProtocolRevision.NONE);
        assertThat(Arrays.asList(again.toObjects())).isEqualTo(values);
        assertThat(write(again)).isEqualTo(written);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("blocks")
    void everyStrictPrefixFails(Golden golden) {
        for (int length = 1; length < golden.bytes().length; length++) {
            byte[] prefix = Arrays.copyOf(golden.bytes(), length);
            assertThatThrownBy(() -> column(prefix, ProtocolRevision.DEFAULT))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("ends in the middle");
        }
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("blocks")
    void wrongBytesFailAsDocumented(Golden golden) {
        Random random = new Random(golden.bytes().length);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = golden.bytes().clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                Block block = new BlockReader(ByteSource.of(bytes), ProtocolRevision.DEFAULT, ZONE).read();
                for (Column column : Objects.requireNonNull(block).columns()) {
                    column.toObjects();
                }
            } catch (MalformedDataException | UnsupportedTypeException | ConversionException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < column.rowCount(); row++) {
            texts.add(ValueText.of(column.type(), column.get(row)));
        }
        return texts;
    }

    private static Column column(byte[] bytes, int revision) {
        return column(ByteSource.of(bytes), revision);
    }

    private static Column column(ByteSource source, int revision) {
        BlockReader reader = new BlockReader(source, revision, ZONE);
        Block block = Objects.requireNonNull(reader.read());
        assertThat(reader.read()).isNull();
        assertThat(block.names()).containsExactly("v");
        return block.column("v");
    }

    private static byte[] write(Column column) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlockWriter(out::write).write(new Block(List.of("v"), List.of(column)));
        return out.toByteArray();
    }

    private static ByteSource oneByOne(byte[] bytes) {
        int[] position = {0};
        return () -> position[0] == bytes.length ? null : ByteBuffer.wrap(bytes, position[0]++, 1);
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            out.append(
                    switch (escape) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case '0' -> '\0';
                        default -> escape;
                    });
        }
        return out.toString();
    }
}
