package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chconnect.codec.column.Column;
import io.chconnect.error.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {
    /** Flattened data is written as not flattened, and within Dynamic the paths of a JSON have no order. */
    private static final Pattern MORE_THAN_ONE_FORM = Pattern.compile("flat|^dynamic_.*all_0$");

    @ParameterizedTest
    @MethodSource("io.chconnect.codec.Golden#all")
    void theServersBytesAreTheServersValues(Golden golden) {
        assertThat(texts(golden.blocks())).isEqualTo(golden.texts());
    }

    @ParameterizedTest
    @MethodSource("io.chconnect.codec.Golden#all")
    void whatIsWrittenAgainHasTheSameValues(Golden golden) {
        List<Block> blocks = golden.blocks();
        byte[] written = write(blocks);
        assertThat(texts(new Golden("", "0", written, List.of()).blocks())).isEqualTo(golden.texts());
        if (golden.revision().equals("0")
                && !MORE_THAN_ONE_FORM.matcher(golden.name()).find()) {
            assertThat(hex(written)).isEqualTo(hex(golden.bytes()));
        }
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("io.chconnect.codec.Golden#all")
    void everyShorterPieceFailsCleanly(Golden golden) {
        for (int length = 1; length < golden.bytes().length; length += 1 + length / 200) {
            byte[] piece = Arrays.copyOf(golden.bytes(), length);
            BlockReader reader = golden.reader(ByteSource.of(piece));
            assertThat(catchThrowable(() -> readAll(reader)))
                    .as("the first %d bytes", length)
                    .isInstanceOf(MalformedDataException.class);
        }
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("io.chconnect.codec.Golden#all")
    void windowsOfAnySizeGiveTheSame(Golden golden) {
        Random random = new Random(20_261_124);
        for (int largest : new int[] {1, 3, 17}) {
            int[] position = {0};
            BlockReader reader = golden.reader(() -> {
                int left = golden.bytes().length - position[0];
                if (left == 0) {
                    return null;
                }
                int size = Math.min(left, 1 + random.nextInt(largest));
                ByteBuffer window = ByteBuffer.wrap(golden.bytes(), position[0], size);
                position[0] += size;
                return window;
            });
            assertThat(texts(readAll(reader))).isEqualTo(golden.texts());
        }
    }

    private static List<Block> readAll(BlockReader reader) {
        List<Block> blocks = new ArrayList<>();
        for (Block block = reader.read(); block != null; block = reader.read()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static List<String> texts(List<Block> blocks) {
        List<String> texts = new ArrayList<>();
        for (Block block : blocks) {
            Column column = block.column("x");
            for (int row = 0; row < block.rowCount(); row++) {
                texts.add(column.getText(row));
            }
        }
        return texts;
    }

    private static byte[] write(List<Block> blocks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlockWriter writer = new BlockWriter(bytes::write);
        blocks.forEach(writer::write);
        return bytes.toByteArray();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
