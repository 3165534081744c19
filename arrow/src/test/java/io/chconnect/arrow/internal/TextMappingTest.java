package io.chconnect.arrow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.NullableType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Texts of a type that has no form of its own in Arrow, shown by one that has. */
class TextMappingTest {
    private static final DataType TYPE = DataTypes.parse("Time");
    private static final DataType NULLABLE = DataTypes.nullable(TYPE);

    @Test
    void textsBecomeValues() {
        Column column = read(new TextMapping(TYPE), "12:30:00", "-001:00:00");

        assertThat(column.type()).isEqualTo(TYPE);
        assertThat(column.get(0)).isEqualTo(Duration.ofMinutes(750));
        assertThat(column.get(1)).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void rowsWithoutTextAreNull() {
        Column column = read(nullable(), "12:30:00", null);

        assertThat(column).isInstanceOf(NullableColumn.class);
        assertThat(column.type()).isEqualTo(NULLABLE);
        assertThat(column.get(0)).isEqualTo(Duration.ofMinutes(750));
        assertThat(column.get(1)).isNull();
        assertThat(read(nullable(), "12:30:00").get(0)).isEqualTo(Duration.ofMinutes(750));
    }

    @Test
    void aColumnThatIsNotNullableTakesNoNull() {
        TextMapping mapping = new TextMapping(TYPE);

        assertThat(mapping.field("c", false, Map.of()).isNullable()).isFalse();
        assertThatThrownBy(() -> read(mapping, "12:30:00", null))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("NULL for Time");
    }

    private static Mapping nullable() {
        return new NullableMapping((NullableType) NULLABLE, new TextMapping(TYPE));
    }

    private static Column read(Mapping mapping, @Nullable String... texts) {
        try (BufferAllocator allocator = new RootAllocator();
                VarCharVector vector = new VarCharVector("c", allocator)) {
            vector.allocateNew();
            for (int row = 0; row < texts.length; row++) {
                String text = texts[row];
                if (text == null) {
                    vector.setNull(row);
                } else {
                    vector.setSafe(row, text.getBytes(StandardCharsets.US_ASCII));
                }
            }
            vector.setValueCount(texts.length);
            return new VectorInput(ZoneOffset.UTC, new DictionaryProvider.MapDictionaryProvider())
                    .read(mapping, vector);
        }
    }
}
