package io.chconnect.codec.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataTypes;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StringColumnBuilderTest {
    private final StringColumnBuilder builder = new StringColumnBuilder(DataTypes.parse("String"), 0);

    @Test
    void textsComeOutAsTheyWentIn() {
        List<String> texts = List.of(
                "",
                "a",
                "\u0000\u007f",
                "\u0080",
                "na\u00efve",
                "abc\u20ac",
                "\ud83d\ude00",
                "x".repeat(64),
                "x".repeat(65),
                "x".repeat(63) + "\u00e9",
                "y".repeat(1000),
                "end");

        texts.forEach(builder::append);
        builder.append((Object) CharBuffer.wrap("built"));
        builder.append((Object) new byte[] {(byte) 0xff, 0});
        builder.appendDefault();
        StringColumn column = builder.build();

        for (int row = 0; row < texts.size(); row++) {
            assertThat(column.get(row)).isEqualTo(texts.get(row));
            assertThat(column.getBytes(row)).isEqualTo(texts.get(row).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(column.get(texts.size())).isEqualTo("built");
        assertThat(column.getBytes(texts.size() + 1)).containsExactly(0xff, 0);
        assertThat(column.get(texts.size() + 2)).isEmpty();
    }

    @Test
    void anUnpairedSurrogateIsRefusedAndLeavesTheRowsBefore() {
        builder.append("kept");

        assertThatThrownBy(() -> builder.append("a\ud800"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("unpaired surrogate");
        assertThat(builder.size()).isEqualTo(1);
        assertThat(builder.build().get(0)).isEqualTo("kept");
    }

    @Test
    void otherClassesAreRefused() {
        assertThatThrownBy(() -> builder.append((Object) 7))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected a String or a byte[]");
    }
}
