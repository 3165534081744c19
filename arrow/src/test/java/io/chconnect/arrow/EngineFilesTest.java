package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.RawResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of ours are read by the engine's own Arrow and Parquet readers, and its Arrow files are read here. */
@ClickHouseServerTest
@Timeout(120)
class EngineFilesTest extends ArrowTestBase {
    private static final int ROWS = 1000;

    /** The engine makes an interval of a duration, and has no union with two members of the same structure. */
    private static final String NOT_READ_FROM_ARROW = "Time64\\(.*|Geometry";

    /** QBit, and the least Time64 of milliseconds. */
    private static final String NOT_WRITTEN_TO_ARROW = ".*QBit.*|Time64\\(3\\)";

    private static final String NOT_IN_PARQUET =
            "BFloat16|Time|Interval.*|Tuple\\(\\)|Nullable\\(Tuple.*|.*(Dynamic|QBit|Variant).*";

    @TempDir
    private Path directory;

    EngineFilesTest(ClickHouseServer server) {
        super(server, "engine_files");
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types().stream().filter(TypeSamples::storable).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFileOfOursIsReadByTheEnginesReaders(TypeSamples type) throws IOException {
        String name = type.type().name();
        table("t", type);
        table("again", type);
        fill(type);
        Path ours = directory.resolve("ours.arrow");
        try (ArrowResult result =
                arrow.query(request -> request.sql("SELECT * FROM t").setting("max_block_size", 300))) {
            assertThat(result.writeFile(ours)).isEqualTo(ROWS);
        }
        if (name.matches(NOT_READ_FROM_ARROW)) {
            assertThatThrownBy(() -> client.insertFile("again", List.of(), "Arrow", ours))
                    .isInstanceOf(ServerException.class);
            return;
        }
        client.insertFile("again", List.of(), "Arrow", ours);
        assertSame(type, "toString");
        Path parquet = directory.resolve("t.parquet");
        if (name.matches(NOT_IN_PARQUET)) {
            assertThatThrownBy(() -> throughParquet(type, parquet)).isInstanceOf(ServerException.class);
            return;
        }
        throughParquet(type, parquet);
        if (!name.equals("MultiPolygon")) {
            // Of the empty lists within each other, the engine loses some on the way through Parquet.
            assertSame(type, "toString");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFileOfTheEngineIsReadHere(TypeSamples type) throws IOException {
        String name = type.type().name();
        Path theirs = directory.resolve("theirs.arrow");
        table("t", type);
        fill(type);
        if (name.matches(NOT_WRITTEN_TO_ARROW)) {
            assertThatThrownBy(() -> write("t", "Arrow", theirs, ServerCompression.NONE))
                    .isInstanceOf(ServerException.class);
            return;
        }
        for (ServerCompression compression : ServerCompression.values()) {
            table("again", type);
            write("t", "Arrow", theirs, compression);
            if (name.equals("BFloat16")) {
                // The engine writes its two bytes, and nothing that says so.
                assertThatThrownBy(() -> arrow.insertFile("again", theirs)).isInstanceOf(ConversionException.class);
                return;
            }
            if (name.equals("Geometry")) {
                // The members of its union have the same name, which Arrow's library does not bear.
                assertThatThrownBy(() -> arrow.insertFile("again", theirs))
                        .isInstanceOf(IllegalArgumentException.class);
                return;
            }
            assertThat(arrow.insertFile("again", theirs).writtenRows()).isEqualTo(ROWS);
            // The engine writes the JSON of a Dynamic.
            assertSame(type, "toJSONString");
        }
    }

    private void throughParquet(TypeSamples type, Path file) throws IOException {
        write("again", "Parquet", file, ServerCompression.NONE);
        table("again", type);
        client.insertFile("again", List.of(), "Parquet", file);
    }

    private void table(String name, TypeSamples type) {
        client.command("CREATE OR REPLACE TABLE " + name + " (n UInt64, v "
                + type.type().name() + ") ENGINE = Memory");
    }

    private void fill(TypeSamples type) {
        client.command("INSERT INTO t SELECT number, " + type.cyclingSql("number") + " FROM numbers(" + ROWS + ")");
    }

    private void write(String table, String format, Path file, ServerCompression compression) throws IOException {
        try (RawResult answer = client.rawQuery(
                format,
                request -> request.sql("SELECT * FROM " + table)
                        .setting("output_format_arrow_compression_method", compression.settingValue()))) {
            Files.copy(answer.stream(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** {@code textOfDynamic} is the function whose text is all that is left of a Dynamic. */
    private void assertSame(TypeSamples type, String textOfDynamic) {
        String differ = type.type().name().contains("Dynamic")
                ? "toString(v) != " + textOfDynamic + "(w)"
                : "isNull(v) != isNull(w) OR cityHash64(v) != cityHash64(w)";
        assertThat(engine.text("SELECT count(), countIf(" + differ + ") FROM (SELECT v, " + type.cyclingSql("n")
                        + " AS w FROM engine_files.again)"))
                .isEqualTo(ROWS + "\t0");
    }
}
