package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written here is read by PyArrow, Polars, pandas and the engine, and what they write is read here. */
@ClickHouseServerTest
@Timeout(500)
class InterchangeTest extends ArrowTestBase {
    private static final int ROWS = 1000;
    private static final String COMMON = "n UInt64, i8 Int8, u16 UInt16, i32 Nullable(Int32), i64 Int64, f32 Float32,"
            + " f64 Nullable(Float64), b Bool, s Nullable(String), e Enum8('x' = 1, 'y' = 2), d Date32,"
            + " t DateTime('UTC'), t3 DateTime64(3, 'Europe/Berlin'), m Decimal(18, 4), l LowCardinality(String),"
            + " a Array(Nullable(Int64)), o Tuple(p Int32, q String)";
    private static final String COMMON_ROWS =
            "SELECT number AS n, toInt8(number % 256 - 128) AS i8, toUInt16(65535 - n) AS"
                    + " u16, number % 3 = 0 ? NULL : toInt32(-n) AS i32, toInt64(n * 1000000007) AS i64, toFloat32(n / 4) AS f32,"
                    + " number % 5 = 0 ? NULL : n / 3 AS f64, CAST(n % 2, 'Bool') AS b, number % 7 = 0 ? NULL : concat('é',"
                    + " toString(n)) AS s, CAST(1 + n % 2, 'Enum8(\\'x\\' = 1, \\'y\\' = 2)') AS e, toDate32('1900-01-01') + n AS d,"
                    + " toDateTime(n * 1000000, 'UTC') AS t, toDateTime64(n * 1000.123, 3, 'Europe/Berlin') AS t3,"
                    + " toDecimal64(n / 8, 4) AS m, toLowCardinality(toString(n % 10)) AS l, [n % 2 ? NULL : toInt64(n), 1] AS a,"
                    + " CAST((n, toString(n)), 'Tuple(p Int32, q String)') AS o FROM numbers(" + ROWS + ")";

    @TempDir
    private Path directory;

    InterchangeTest(ClickHouseServer server) {
        super(server, "interchange");
    }

    @BeforeAll
    static void python() throws IOException, InterruptedException {
        Python.require();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void everyTypeIsReadAndWrittenByPyArrow(String compression) throws IOException, InterruptedException {
        List<TypeSamples> types = TypeMatrix.types().stream()
                .filter(type -> type.storable() && !type.type().name().contains("Dynamic"))
                .toList();
        String columns = IntStream.range(0, types.size())
                .mapToObj(i -> "c" + i + " " + types.get(i).type().name())
                .collect(Collectors.joining(", "));
        String select = IntStream.range(0, types.size())
                .mapToObj(i -> types.get(i).cyclingSql("number") + " AS c" + i)
                .collect(Collectors.joining(", ", "SELECT ", " FROM numbers(" + ROWS + ")"));
        roundTrip("pyarrow", compression, columns, select);
    }

    @ParameterizedTest
    @CsvSource({"polars, none", "polars, lz4", "polars, zstd", "pandas, none", "pandas, lz4", "pandas, zstd"})
    void framesAreReadAndWritten(String tool, String compression) throws IOException, InterruptedException {
        roundTrip(tool, compression, COMMON, COMMON_ROWS);
    }

    @Test
    void aFileOfOursBecomesParquetThatTheEngineReads() throws IOException, InterruptedException {
        tables(COMMON, COMMON_ROWS);
        Path target = directory.resolve("t.parquet");
        Path source = file();
        assertThat(Python.interchange("parquet", source, target, "none")).isEqualTo(Integer.toString(ROWS));
        client.insertFile("again", List.of(), "Parquet", target);
        assertSame(COMMON);
    }

    private void roundTrip(String tool, String compression, String columns, String select)
            throws IOException, InterruptedException {
        tables(columns, select);
        Path target = directory.resolve("theirs.arrow");
        assertThat(Python.interchange(tool, file(), target, compression)).isEqualTo(Integer.toString(ROWS));
        assertThat(arrow.insertFile("again", target).writtenRows()).isEqualTo(ROWS);
        assertSame(columns);
    }

    private void tables(String columns, String select) {
        engine.text("CREATE OR REPLACE TABLE interchange.t (" + columns + ") ENGINE = Memory");
        engine.text("CREATE OR REPLACE TABLE interchange.again (" + columns + ") ENGINE = Memory");
        engine.text("INSERT INTO interchange.t " + select);
    }

    private Path file() throws IOException {
        Path file = directory.resolve("ours.arrow");
        try (ArrowResult result = arrow.query("SELECT * FROM t")) {
            assertThat(result.writeFile(file)).isEqualTo(ROWS);
        }
        return file;
    }

    private void assertSame(String columns) {
        List<String> sums = new ArrayList<>();
        for (String name : engine.text("SELECT name FROM system.columns WHERE database = 'interchange' AND table = 't'")
                .split("\n", -1)) {
            sums.add("concat('" + name + " ', toString(sum(cityHash64(rowNumberInAllBlocks(), isNull(" + name + "), "
                    + name + ") % 1000000007)))");
        }
        String select = "SELECT arrayJoin([" + String.join(", ", sums) + "]) FROM interchange.";
        assertThat(engine.text(select + "again").lines())
                .as(columns)
                .containsExactlyElementsOf(engine.text(select + "t").lines().toList());
    }
}
