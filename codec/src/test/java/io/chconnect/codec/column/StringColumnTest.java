package io.chconnect.codec.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.Block;
import io.chconnect.codec.BlockWriter;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A column of Java strings is the column of their bytes. */
class StringColumnTest {
    private static final DataType STRING = DataTypes.parse("String");
    private static final String[] TEXTS = {
        "",
        "a",
        "\u0000\u007f",
        "\u00efve",
        "abc\u20ac",
        "\ud83d\ude00",
        "x".repeat(64),
        "x".repeat(65),
        "y".repeat(300_000)
    };

    private final ColumnFactory factory = new ColumnFactory(ZoneOffset.UTC);

    @Test
    void javaStringsAndTheirBytesAreTheSame() {
        StringColumn texts = (StringColumn) factory.column(STRING, TEXTS);
        StringColumn bytes = (StringColumn) factory.column(STRING, Arrays.asList(TEXTS));

        assertThat(texts.texts()).isSameAs(TEXTS);
        assertThat(bytes.texts()).isNull();
        assertThat(texts.rowCount()).isEqualTo(TEXTS.length);
        assertThat(texts.offsets()).isEqualTo(bytes.offsets());
        assertThat(Arrays.copyOf(texts.bytes(), texts.offsets()[TEXTS.length]))
                .isEqualTo(Arrays.copyOf(bytes.bytes(), bytes.offsets()[TEXTS.length]));
        for (int row = 0; row < TEXTS.length; row++) {
            assertThat(texts.get(row)).isEqualTo(bytes.get(row));
            assertThat(texts.getBytes(row)).isEqualTo(TEXTS[row].getBytes(StandardCharsets.UTF_8));
            assertThat(texts.length(row)).isEqualTo(bytes.length(row));
        }
    }

    @Test
    void javaStringsAreWrittenAsTheirBytesAre() {
        String[] many = IntStream.range(0, 50_000)
                .mapToObj(i -> TEXTS[i % (TEXTS.length - 1)] + i)
                .toArray(String[]::new);

        assertThat(written("String", many)).isEqualTo(written("String", Arrays.asList(many)));
        assertThat(written("String", TEXTS)).isEqualTo(written("String", Arrays.asList(TEXTS)));
    }

    @Test
    void missingTextsAreNull() {
        @Nullable String[] some = {"a", null, "", null};

        assertThat(written("Nullable(String)", some))
                .isEqualTo(written("Nullable(String)", Arrays.asList("a", null, "", null)));
        assertThat(factory.column(DataTypes.parse("Nullable(String)"), some).toObjects())
                .isEqualTo(some);
        assertThatThrownBy(() -> factory.column(STRING, some))
                .isInstanceOfSatisfying(
                        ConversionException.class, e -> assertThat(e.row()).isEqualTo(1))
                .hasMessageContaining("NULL in a column that is not nullable");
    }

    @Test
    void anUnpairedSurrogateIsRefusedWithItsRow() {
        String[] wrong = {"a", "b", "c\ud800"};

        assertThatThrownBy(() -> written("String", wrong))
                .isInstanceOfSatisfying(ConversionException.class, e -> {
                    assertThat(e.row()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo("c");
                })
                .hasMessageContaining("unpaired surrogate");
        assertThatThrownBy(((StringColumn) factory.column(STRING, wrong))::bytes)
                .isInstanceOfSatisfying(
                        ConversionException.class, e -> assertThat(e.row()).isEqualTo(2))
                .hasMessageContaining("unpaired surrogate");
    }

    private byte[] written(String type, Object values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Column column = factory.column(DataTypes.parse(type), values);
        new BlockWriter(out::write).write(new Block(List.of("c"), List.of(column)));
        return out.toByteArray();
    }
}
