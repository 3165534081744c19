package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import io.chconnect.types.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NULL wherever a type can have it, in every pattern, goes through Arrow and back. */
@ClickHouseServerTest
@Timeout(120)
class ArrowNullsTest extends ArrowTestBase {
    private static final int ROWS = 1001;

    /** No NULL, one in three, all but one in three, and nothing else. */
    private static final List<String> PATTERNS = List.of("0", "number % 3 = 1", "number % 3 != 1", "1");

    ArrowNullsTest(ClickHouseServer server) {
        super(server, "arrow_nulls");
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types().stream()
                .filter(type -> type.type().kind().shape() == TypeShape.SCALAR && type.storable())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void nullSurvivesInEveryPlace(TypeSamples type) {
        String nullable = "Nullable(" + type.type().name() + ")";
        List<String> types = new ArrayList<>(List.of(
                nullable,
                "Array(" + nullable + ")",
                "Array(Array(" + nullable + "))",
                "Map(UInt8, " + nullable + ")",
                "Tuple(a " + nullable + ", b Array(" + nullable + "))",
                "Nullable(Tuple(" + nullable + "))"));
        if (type.type().kind().inDictionaries()) {
            types.add("LowCardinality(" + nullable + ")");
            types.add("Array(LowCardinality(" + nullable + "))");
        }
        client.command("CREATE OR REPLACE TABLE t (" + columns("c", types) + ") ENGINE = Memory");
        for (String pattern : PATTERNS) {
            client.command("CREATE OR REPLACE TABLE again (" + columns("c", types) + ") ENGINE = Memory");
            client.command("TRUNCATE TABLE t");
            client.command(
                    "INSERT INTO t SELECT " + values(type, nullable, pattern, types) + " FROM (SELECT number, if("
                            + pattern + ", NULL, CAST(" + type.cyclingSql("number") + ", '" + quoted(nullable)
                            + "')) AS v FROM numbers(" + ROWS + "))");
            for (ArrowOptions options : List.of(
                    ArrowOptions.DEFAULT,
                    ArrowOptions.DEFAULT.withDictionaries(true).withBinaryStrings(true))) {
                client.command("TRUNCATE TABLE again");
                try (ArrowResult result = arrow.with(options)
                        .query(request -> request.sql("SELECT * FROM t").setting("max_block_size", 300))) {
                    assertThat(arrow.insert("again", result).writtenRows()).isEqualTo(ROWS);
                }
                assertThat(contents("again", types.size()))
                        .as("NULL where %s, with %s", pattern, options)
                        .isEqualTo(contents("t", types.size()));
            }
        }
    }

    private static String columns(String prefix, List<String> types) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> prefix + i + " " + types.get(i))
                .collect(Collectors.joining(", "));
    }

    private static String values(TypeSamples type, String nullable, String pattern, List<String> types) {
        String none = "CAST(NULL, '" + quoted(nullable) + "')";
        List<String> values = new ArrayList<>(List.of(
                "v",
                "[v, " + none + ", v]",
                "[[v], [], [" + none + "]]",
                "map(1, v, 2, " + none + ")",
                "(v, [v])",
                "if(" + pattern + ", NULL, tuple(v))"));
        if (type.type().kind().inDictionaries()) {
            values.add("v");
            values.add("[v, " + none + "]");
        }
        return IntStream.range(0, types.size())
                .mapToObj(i -> "CAST(" + values.get(i) + ", '" + quoted(types.get(i)) + "')")
                .collect(Collectors.joining(", "));
    }

    /** The number of rows, and for each column how many values are NULL and the sum of the hashes of values and texts. */
    private String contents(String table, int columns) {
        return engine.text("SELECT count(), "
                + IntStream.range(0, columns)
                        .mapToObj(i -> "countIf(isNull(c" + i + ")), sum(cityHash64(rowNumberInAllBlocks(), isNull(c"
                                + i + "), ifNull(toString(c" + i + "), '')))")
                        .collect(Collectors.joining(", "))
                + " FROM arrow_nulls." + table);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
