package io.chconnect.conformance.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@ClickHouseServerTest
@Timeout(60)
class ContainerDefectsTest {
    private static final List<Double> POINT = List.of(1.5, -2.0);

    private Probe probe;

    @BeforeEach
    void open(ClickHouseServer server) {
        probe = new Probe(server, "container_defects");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void emptyContainersOfAnyDepthComeAndGo() {
        assertThat(probe.value("SELECT [[], []]")).isEqualTo(List.of(List.of(), List.of()));
        assertThat(probe.written(
                        "Array(Array(Array(String)))",
                        "toString(v)",
                        List.of(),
                        List.of(List.of()),
                        List.of(List.of(List.of()))))
                .containsExactly("[]", "[[]]", "[[[]]]");
        assertThat(probe.written(
                        "Map(String, Map(String, Array(LowCardinality(String))))",
                        "toString(v)",
                        Map.of(),
                        Map.of("a", Map.of()),
                        Map.of("a", Map.of("b", List.of()))))
                .containsExactly("{}", "{'a':{}}", "{'a':{'b':[]}}");
        assertThat(probe.value("SELECT tuple()")).isEqualTo(List.of());
    }

    @Test
    void theTypeOfElementsIsTheColumnsAndNotThatOfTheFirstOne() {
        assertThat(probe.written(
                        "Array(Map(String, UInt8))", "toString(v)", List.of(Map.of(), Map.of("a", 1)), List.of()))
                .containsExactly("[{},{'a':1}]", "[]");
        assertThat(probe.written("Array(UInt8)", "toString(v)", new ArrayDeque<>(List.of(3, 1)), new int[] {2}))
                .containsExactly("[3,1]", "[2]");
    }

    @Test
    void aNamedTupleIsAMapOrAList() {
        String type = "Tuple(`a b` UInt8, c Nullable(String))";
        assertThat(probe.written(type, "toString(v)", Map.of("a b", 1, "c", "x"), Arrays.asList(2, null)))
                .containsExactly("(1,'x')", "(2,NULL)");
        assertThatThrownBy(() -> probe.written(type, "v", Map.of("c", "x")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("a b");
        assertThatThrownBy(() -> probe.written(type, "v", Map.of("a b", 1, "c", "x", "d", 1)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("d");
    }

    @Test
    void aKeyThatStandsTwiceIsNotLost() {
        try (QueryResult result = probe.client().query("SELECT map('a', 1, 'a', 2) AS v")) {
            Row row = result.rows().get(0);
            assertThatThrownBy(() -> row.getObject("v"))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("a");
            assertThat(row.block().column(0).getText(0)).isEqualTo("{'a':1,'a':2}");
        }
    }

    @Test
    void aMapKeepsTheOrderOfTheWire() {
        Object value = probe.value("SELECT map('z', 1, 'a', 2, 'm', 3)");
        assertThat(((Map<?, ?>) value).keySet().toString()).isEqualTo("[z, a, m]");
    }

    @Test
    void nestedIsAListOfItsRowsAndTakesMaps() {
        assertThat(probe.written(
                        "Nested(a UInt8, b String)", "toString(v)", List.of(Map.of("a", 1, "b", "x")), List.of()))
                .containsExactly("[(1,'x')]", "[]");
        assertThat(probe.value("SELECT v FROM t WHERE n = 0")).isEqualTo(List.of(List.of((short) 1, "x")));
    }

    @Test
    void aTupleMayBeNull() {
        assertThat(probe.client()
                        .query(
                                "SELECT CAST(if(number = 1, NULL, tuple(number, 'x')), 'Nullable(Tuple(UInt64, String))') AS v,"
                                        + " number AS n FROM numbers(3)")
                        .rows())
                .extracting(row -> row.getString("v") + row.getLong("n"))
                .containsExactly("(0,'x')0", "null1", "(2,'x')2");
        assertThat(probe.written("Nullable(Tuple(UInt8, String))", "isNull(v)", List.of(1, "x"), null))
                .containsExactly((short) 0, (short) 1);
    }

    @Test
    void geoTypesAreWrittenWithinContainers() {
        assertThat(probe.written("Array(Point)", "toString(v)", List.of(POINT, POINT)))
                .containsExactly("[(1.5,-2),(1.5,-2)]");
        assertThat(probe.written("Map(String, Ring)", "toString(v)", Map.of("a", List.of(POINT))))
                .containsExactly("{'a':[(1.5,-2)]}");
        assertThat(probe.written("Tuple(Polygon, UInt8)", "toString(v)", List.of(List.of(List.of(POINT)), 7)))
                .containsExactly("([[(1.5,-2)]],7)");
    }

    @Test
    void everyGeoTypeGoesThereAndBack() {
        for (String type : List.of("Ring", "LineString")) {
            assertThat(probe.written(type, "v", List.of(POINT))).containsExactly(List.of(POINT));
        }
        for (String type : List.of("Polygon", "MultiLineString")) {
            assertThat(probe.written(type, "v", List.of(List.of(POINT)))).containsExactly(List.of(List.of(POINT)));
        }
        assertThat(probe.written("MultiPolygon", "v", List.of(List.of(List.of(POINT)))))
                .containsExactly(List.of(List.of(List.of(POINT))));
        assertThat(probe.values("SELECT v::Geometry FROM t")).containsExactly(List.of(List.of(List.of(POINT))));
    }

    @Test
    void aFunctionsValueIsReadAndWrittenAsItself() {
        String type = "SimpleAggregateFunction(anyLast, LowCardinality(Nullable(String)))";
        assertThat(probe.written(type, "v", "a", null, "b")).isEqualTo(Arrays.asList("a", null, "b"));
        assertThat(probe.written("SimpleAggregateFunction(max, UInt8)", "v", 3)).containsExactly((short) 3);
    }

    @Test
    void aFunctionsValueKeepsTheTypeThatTheTableDeclares() {
        for (String inner : List.of(
                "Dynamic", "JSON", "QBit(Float32, 2)", "Variant(String, UInt8)", "Geometry", "Array(Dynamic)")) {
            String type = "SimpleAggregateFunction(anyLast, " + inner + ")";
            probe.client().command("DROP TABLE IF EXISTS f");
            probe.client().command("CREATE TABLE f (v " + type + ") ENGINE = Memory");
            probe.client().command("INSERT INTO f SELECT defaultValueOfTypeName('" + inner + "')");
            try (QueryResult result = probe.client().query("SELECT v FROM f")) {
                Row row = result.rows().get(0);
                assertThat(row.block().column(0).type().name()).isEqualTo(type);
            }
        }
    }

    @Test
    void aStateIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> {
                    try (QueryResult result =
                            probe.client().query("SELECT 1 AS a, sumState(number) AS s FROM numbers(3)")) {
                        result.rows();
                    }
                })
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("\"s\"")
                .hasMessageContaining("-Merge");
    }

    @Test
    void vectorsOfAnyLengthKeepTheirNumbers() {
        for (String element : List.of("Int8", "BFloat16", "Float32", "Float64")) {
            for (int dimension : new int[] {1, 5, 8, 9, 20, 33}) {
                List<Integer> vector = java.util.stream.IntStream.range(0, dimension)
                        .mapToObj(i -> i - 3)
                        .toList();
                String type = "QBit(" + element + ", " + dimension + ")";
                assertThat(probe.written(type, "toString(v)", vector, vector))
                        .as(type)
                        .containsExactly(
                                vector.toString().replace(" ", ""),
                                vector.toString().replace(" ", ""));
            }
        }
        assertThat(probe.written(
                        "QBit(Float32, 3)", "L2DistanceTransposed(v, [0, 1, 2]::Array(Float32), 32)", List.of(0, 1, 2)))
                .containsExactly(0.0);
        assertThat(probe.written(
                        "Nullable(QBit(Float32, 3))",
                        "toString(v)",
                        List.of(Float.NaN, Float.NEGATIVE_INFINITY, -0.0f),
                        null))
                .isEqualTo(Arrays.asList("[nan,-inf,-0]", null));
        assertThatThrownBy(() -> probe.written("QBit(Float32, 3)", "v", List.of(1, 2)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("2 elements, expected 3");
    }

    @Test
    void aVectorMayHaveAStride() {
        List<Integer> vector = java.util.stream.IntStream.range(0, 24).boxed().toList();
        assertThat(probe.written("QBit(Float64, 24, 8)", "toString(v)", vector, vector))
                .containsExactly(
                        vector.toString().replace(" ", ""), vector.toString().replace(" ", ""));
    }
}
