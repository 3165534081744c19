package io.chconnect.conformance.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.codec.column.JSONColumn;
import io.chconnect.codec.column.VariantColumn;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import io.chconnect.types.value.TypedVariant;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ClickHouseServerTest
@Timeout(60)
class SemistructuredDefectsTest {
    private Probe probe;

    @BeforeEach
    void open(ClickHouseServer server) {
        probe = new Probe(server, "semistructured_defects");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aVariantGoesByTheClassOfEachValue() {
        assertThat(probe.written(
                        "Variant(UInt8, Bool, String)",
                        "toString(v) || ' ' || variantType(v)",
                        true,
                        (short) 7,
                        "7",
                        new TypedVariant(DataTypes.parse("String"), "x")))
                .containsExactly("true Bool", "7 UInt8", "7 String", "x String");
        assertThat(probe.written("Variant(UInt8, String)", "v", null, null)).isEqualTo(Arrays.asList(null, null));
        assertThat(probe.written("Variant(UInt8, String)", "v", null, "a")).isEqualTo(Arrays.asList(null, "a"));
    }

    @Test
    void whatNoMemberTakesIsRefusedAndNotMadeText() {
        assertThatThrownBy(() -> probe.written("Variant(String, UInt8)", "v", LocalDate.EPOCH))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("none of its members");
        assertThatThrownBy(() -> probe.written("Variant(Int32, Int64)", "v", BigInteger.ONE))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("TypedVariant");
        assertThatThrownBy(() -> probe.written(
                        "Variant(Int32, String)", "v", new TypedVariant(DataTypes.parse("Int8"), (byte) 1)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Int8");
    }

    @Test
    void membersStandInTheOrderOfTheServer() {
        String type = "Variant(UInt8, String, Array(UInt8), Decimal(10,2))";
        assertThat(DataTypes.parse(type).name()).isEqualTo(probe.value("SELECT toTypeName(NULL::" + type + ")"));
        assertThat(probe.written(type, "variantType(v)", List.of(1), (short) 1, "a", new java.math.BigDecimal("1.25")))
                .containsExactly("Array(UInt8)", "UInt8", "String", "Decimal(10, 2)");
    }

    @Test
    void typesOfAVariantCanBeAskedForAndWrittenAgain() {
        try (QueryResult result = probe.client()
                .query(
                        "SELECT if(number = 0, 1.5::Float32::Variant(Float32, Float64), 2.5::Float64::Variant(Float32, Float64)) AS v"
                                + " FROM numbers(2)")) {
            VariantColumn column = (VariantColumn) result.rows().get(0).block().column(0);
            assertThat(column.typed(0)).isEqualTo(new TypedVariant(DataTypes.parse("Float32"), 1.5f));
            assertThat(column.typed(1)).isEqualTo(new TypedVariant(DataTypes.parse("Float64"), 2.5));
            assertThat(probe.written("Variant(Float32, Float64)", "variantType(v)", column.typed(0), column.typed(1)))
                    .containsExactly("Float32", "Float64");
        }
    }

    @Test
    void variantsStandInContainers() {
        assertThat(probe.written(
                        "Map(String, Variant(String, UInt8))", "toString(v)", Map.of("a", (short) 1), Map.of("a", "x")))
                .containsExactly("{'a':1}", "{'a':'x'}");
        assertThat(probe.written(
                        "Array(Array(Variant(String, UInt8)))",
                        "toString(v)",
                        List.of(Arrays.asList((short) 1, null), List.of("x"), List.of())))
                .containsExactly("[[1,NULL],['x'],[]]");
    }

    @Test
    void aDynamicWithTypesBehindTheSharedOneIsRight() {
        assertThat(probe.values("SELECT toUInt64(number)::Dynamic FROM numbers(3)"))
                .containsExactly(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO);
        assertThat(probe.values(
                        "SELECT multiIf(number = 0, 'a'::Dynamic, number = 1, toInt8(1)::Dynamic, toUInt64(2)::Dynamic)"
                                + " FROM numbers(3)"))
                .containsExactly("a", (byte) 1, BigInteger.TWO);
    }

    @Test
    void aDynamicKeepsTheTypesOfWhatIsWritten() {
        assertThat(probe.written(
                        "Dynamic", "ifNull(dynamicType(v), '')", 1, "5000", LocalDate.EPOCH, List.of(1, 2), true, null))
                .containsExactly("Int32", "String", "Date32", "Array(Int32)", "Bool", "None");
        assertThat(probe.written("Map(String, Dynamic)", "dynamicType(v['a'])", Map.of("a", 5000)))
                .containsExactly("Int32");
    }

    @Test
    void valuesOfTheSharedVariantHaveTheirTypes() {
        assertThat(probe.written(
                        "Dynamic(max_types=0)",
                        "v",
                        LocalDate.of(1968, 1, 2),
                        List.of("a", "b"),
                        "text",
                        -5L,
                        new BigInteger("18446744073709551615"),
                        Map.of("k", 1),
                        null))
                .isEqualTo(Arrays.asList(
                        LocalDate.of(1968, 1, 2),
                        List.of("a", "b"),
                        "text",
                        -5L,
                        new BigInteger("18446744073709551615"),
                        Map.of("k", 1),
                        null));
        assertThat(probe.values("SELECT toDateTime(0, 'UTC')::Dynamic(max_types=0)"))
                .first()
                .isInstanceOfSatisfying(
                        ZonedDateTime.class,
                        time -> assertThat(time.toLocalDateTime()).isEqualTo(LocalDateTime.of(1970, 1, 1, 0, 0)));
    }

    @Test
    void theTypesOfADynamicAreNestedAsDeep() {
        try (QueryResult result = probe.client()
                .query("SELECT arrayJoin([CAST(tuple(1, 'x'), 'Tuple(a UInt8, b String)')::Dynamic,"
                        + " CAST(-5, 'Enum8(\\'m\\' = -5)')::Dynamic,"
                        + " [1::Variant(String, UInt8), NULL]::Dynamic]) AS v")) {
            List<Row> rows = new ArrayList<>(result.rows());
            DynamicColumn column = (DynamicColumn) rows.get(0).block().column(0);
            assertThat(column.getText(0)).isEqualTo("(1,'x')");
            assertThat(column.get(1)).isEqualTo("m");
            assertThat(column.get(2)).isEqualTo(Arrays.asList((short) 1, null));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 5, 1024})
    void allPathsOfAJsonAreThereHoweverTheyAreStored(int maxPaths) {
        String json = "{\"a@b\":1,\"é\":\"x\",\"c d\":true,\"e\":{\"f\":-9223372036854775807,\"g\":[1,null,2]},"
                + "\"h\":18446744073709551615,\"i\":\"\",\"j\":\"" + "y".repeat(300) + "\",\"k\":[{\"l\":1}]}";
        String type = "JSON(max_dynamic_paths=" + maxPaths + ")";
        assertThat(probe.written(type, "toString(v) = toString(w)".replace("w", "'" + json + "'::" + type), json))
                .containsExactly((short) 1);
        try (QueryResult result = probe.client().query("SELECT v, toString(v) FROM t")) {
            Row row = result.rows().get(0);
            assertThat(((JSONColumn) row.block().column(0)).getText(0)).isEqualTo(row.getString(1));
            Map<?, ?> map = (Map<?, ?>) row.getObject(0);
            assertThat(map.get("c d")).isEqualTo(true);
            assertThat(map.get("i")).isEqualTo("");
            assertThat(map.get("j")).isEqualTo("y".repeat(300));
            assertThat(map.get("h")).isEqualTo(new BigInteger("18446744073709551615"));
            assertThat(map.get("e")).isEqualTo(Map.of("f", -9223372036854775807L, "g", Arrays.asList(1L, null, 2L)));
            assertThat(map.get("k")).isEqualTo(List.of(Map.of("l", 1L)));
        }
    }

    @Test
    void aPathMayChangeItsTypeFromRowToRow() {
        assertThat(probe.written("JSON", "toString(v)", Map.of("a", 1), Map.of("a", "x"), Map.of("b", true), Map.of()))
                .containsExactly("{\"a\":1}", "{\"a\":\"x\"}", "{\"b\":true}", "{}");
        assertThat(probe.values("SELECT v FROM t ORDER BY n"))
                .containsExactly(Map.of("a", 1L), Map.of("a", "x"), Map.of("b", true), Map.of());
    }

    @Test
    void nullMeansThatThePathIsNotThereUnlessItIsDeclared() {
        assertThat(probe.value("SELECT '{\"a\":null,\"b\":1}'::JSON")).isEqualTo(Map.of("b", 1L));
        Map<?, ?> declared = (Map<?, ?>) probe.value("SELECT '{\"b\":1}'::JSON(a Nullable(UInt8))");
        assertThat(declared.containsKey("a")).isTrue();
        assertThat(declared.get("a")).isNull();
        assertThat(probe.value("SELECT '{\"skip\":1,\"b\":1}'::JSON(SKIP skip)"))
                .isEqualTo(Map.of("b", 1L));
        assertThat(probe.value(
                        "SELECT '{\"t\":\"2020-01-02 03:04:05\"}'::JSON(t DateTime(\\'UTC\\'))".replace("\\'", "'")))
                .isInstanceOfSatisfying(
                        Map.class, map -> assertThat(map.get("t")).isInstanceOf(ZonedDateTime.class));
    }

    @Test
    void jsonMayBeNullAndStandInTuples() {
        assertThat(probe.written("Nullable(JSON)", "toString(v)", "{\"a\":1}", null, "{}"))
                .isEqualTo(Arrays.asList("{\"a\":1}", null, "{}"));
        assertThat(probe.values("SELECT v FROM t ORDER BY n"))
                .isEqualTo(Arrays.asList(Map.of("a", 1L), null, Map.of()));
        assertThat(probe.written("Tuple(t JSON)", "toString(v)", List.of("{\"a\":1}")))
                .containsExactly("('{\"a\":1}')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "output_format_native_write_json_as_string=1",
                "output_format_native_use_flattened_dynamic_and_json_serialization=1",
                "output_format_native_write_json_as_string=0"
            })
    void everySerializationOfJsonIsRead(String setting) {
        String[] parts = setting.split("=", 2);
        try (QueryResult result = probe.client()
                .query(request -> request.sql(
                                "SELECT '{\"a\":[1,2],\"b\":{\"c\":\"x\"}}'::JSON AS v, toUInt8(7)::Dynamic AS d, number FROM numbers(3)")
                        .setting(parts[0], parts[1]))) {
            List<Row> rows = result.rows();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2).getObject(0)).isEqualTo(Map.of("a", List.of(1L, 2L), "b", Map.of("c", "x")));
            assertThat(rows.get(2).getObject(1)).isEqualTo((short) 7);
            assertThat(rows.get(2).getLong(2)).isEqualTo(2);
        }
    }

    @Test
    void aPathAloneHasItsOwnType() {
        assertThat(probe.value("SELECT ('{\"a\":{\"b\":1}}'::JSON AS j).a.b")).isEqualTo(1L);
        assertThat(probe.value("SELECT j.a.b.:Int64 FROM (SELECT '{\"a\":{\"b\":1}}'::JSON AS j)"))
                .isEqualTo(1L);
    }

    @Test
    void aShapeIsNamedWhereItLooksLikeAnother() {
        List<List<Double>> points = List.of(List.of(1.5, -2.0));
        assertThatThrownBy(() -> probe.written("Geometry", "v", points))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("TypedVariant");
        assertThat(probe.written(
                        "Geometry",
                        "variantType(v)",
                        new TypedVariant(DataTypes.parse("Ring"), points),
                        new TypedVariant(DataTypes.parse("LineString"), points),
                        new TypedVariant(DataTypes.parse("Polygon"), List.of(points)),
                        new TypedVariant(DataTypes.parse("MultiLineString"), List.of(points)),
                        List.of(1.5, -2.0)))
                .containsExactly("Ring", "LineString", "Polygon", "MultiLineString", "Point");
    }

    @Test
    void aVectorMayStandInADynamic() {
        TypedVariant vector = new TypedVariant(DataTypes.parse("QBit(Float32, 3)"), List.of(1, 2, 3));
        for (String type : List.of("Dynamic", "Dynamic(max_types=0)")) {
            assertThat(probe.written(type, "dynamicType(v) || toString(v)", vector))
                    .containsExactly("QBit(Float32, 3)[1,2,3]");
            assertThat(probe.value("SELECT v FROM t")).isEqualTo(List.of(1f, 2f, 3f));
        }
    }
}
