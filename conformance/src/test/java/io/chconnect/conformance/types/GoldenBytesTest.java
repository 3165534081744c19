package io.chconnect.conformance.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Containers;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.testkit.types.Sample;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import io.chconnect.types.DataType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The golden bytes that the unit tests of the codec read are what the engine writes. */
@ClickHouseServerTest
@Timeout(120)
class GoldenBytesTest {
    private static final Path FILE =
            Path.of("..", "codec", "src", "test", "resources", "io", "chconnect", "codec", "golden.tsv");

    private final EngineHttp engine;

    GoldenBytesTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
    }

    @Test
    void theGoldenBytesAreTheEngines() throws IOException {
        String golden = golden();
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, golden, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(FILE, StandardCharsets.UTF_8))
                .as("%s; -Dgolden.write=true writes it anew", FILE)
                .isEqualTo(golden);
    }

    /** One line each: type, whether the bytes are canonical, the bytes of one block, the texts of its rows. */
    private String golden() {
        StringBuilder lines = new StringBuilder();
        for (TypeSamples samples : TypeMatrix.types()) {
            DataType type = samples.type();
            String value = samples.cyclingSql("number");
            append(lines, type.name(), samples.canonical(), value, samples, false);
            if (Containers.nullableHolds(type)) {
                append(
                        lines,
                        "Nullable(" + type.name() + ")",
                        false,
                        "[NULL, " + value + "][if(number = 0, 1, 2)]",
                        samples,
                        true);
            }
            if (Containers.lowCardinalityHolds(type) && !type.name().startsWith("Float")) {
                append(lines, "LowCardinality(" + type.name() + ")", false, value, samples, false);
            }
        }
        return lines.toString();
    }

    private void append(
            StringBuilder lines,
            String typeName,
            boolean canonical,
            String value,
            TypeSamples samples,
            boolean firstIsNull) {
        int rows = samples.samples().size();
        byte[] bytes = engine.nativeBytes("SELECT CAST(" + value + ", '"
                + typeName.replace("\\", "\\\\").replace("'", "\\'") + "') AS v FROM numbers(" + rows + ")");
        StringJoiner line = new StringJoiner("\t", "", "\n");
        line.add(typeName)
                .add(canonical ? "canonical" : "free")
                .add(HexFormat.of().formatHex(bytes));
        for (int row = 0; row < rows; row++) {
            Sample sample = samples.samples().get(row);
            line.add(row == 0 && firstIsNull ? "NULL" : escaped(sample.text()));
        }
        lines.append(line);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
    }
}
