package io.chconnect.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import io.chconnect.types.IntegerType;
import io.chconnect.types.SimpleType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.DenseUnionVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.Types;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as structs, Dynamic and Variant as unions. */
@ClickHouseServerTest
@Timeout(120)
class ArrowSemistructuredTest extends ArrowTestBase {
    private static final String JSON =
            "JSON(a UInt8, b.c LowCardinality(String), b.d Nullable(DateTime('UTC')), e Array(Int32))";
    private static final String OBJECTS =
            "SELECT number AS n, CAST(concat('{\"a\":', toString(number % 256), ',\"b\":{\"c\":\"ä',"
                    + " toString(number % 7), '\",\"d\":', if(number % 3 = 0, 'null', '\"2026-01-02 03:04:05\"'), ',\"x\":', toString(number),"
                    + " '},\"e\":[1,', toString(number), '],\"y.z\":[true,null],\"o\":[{\"p\":1,\"q\":[1.5,2]},{}],\"f\":-1.25e-7', if(number % 2 = 0, '', ',\"w\":{\"a\":\"q\\\\\"\"}'), '}'), '"
                    + JSON.replace("'", "\\'") + "') AS v FROM numbers(1000)";

    ArrowSemistructuredTest(ClickHouseServer server) {
        super(server, "arrow_semistructured");
    }

    private void tables(String type) {
        client.command("CREATE OR REPLACE TABLE t (n UInt64, v " + type + ") ENGINE = Memory");
        client.command("CREATE OR REPLACE TABLE again (n UInt64, v " + type + ") ENGINE = Memory");
    }

    private void assertSame(String... expressions) {
        for (String expression : expressions) {
            String select = "SELECT count(), sum(cityHash64(n, " + expression + ")) FROM arrow_semistructured.";
            assertThat(engine.text(select + "again")).as(expression).isEqualTo(engine.text(select + "t"));
        }
        assertThat(engine.text("SELECT count() FROM arrow_semistructured.again"))
                .isEqualTo("1000");
    }

    @Test
    void aStructHasTheDeclaredPathsAndTheTextOfTheRest() {
        ArrowOptions options = ArrowOptions.DEFAULT.withJsonStructs(true);
        String select = "SELECT '{\"a\":7,\"b\":{\"c\":\"x\",\"d\":null,\"q\":1.5},\"k\":[1]}'::" + JSON + " AS v";
        try (ArrowResult result = arrow.with(options).query(select)) {
            Field field = result.schema().findField("v");
            assertThat(field.getType()).isEqualTo(ArrowType.Struct.INSTANCE);
            assertThat(field.getChildren())
                    .extracting(child -> child.getName() + " " + child.getType())
                    .containsExactly(
                            "a Int(8, false)", "b.c Utf8", "b.d Timestamp(SECOND, UTC)", "e List", "rest Utf8");
            assertThat(result.loadNextBatch()).isTrue();
            StructVector struct = (StructVector) result.getVectorSchemaRoot().getVector("v");
            assertThat(struct.getChild("b.c").getObject(0)).hasToString("x");
            assertThat(struct.getChild("b.d").isNull(0)).isTrue();
            assertThat(struct.getChild("e").getObject(0)).hasToString("[]");
            assertThat(struct.getChild("rest").getObject(0)).hasToString("{\"b\":{\"q\":1.5},\"k\":[1]}");
        }
    }

    @Test
    void aDeclaredPathMayBeCalledRest() {
        try (ArrowResult result = arrow.with(ArrowOptions.DEFAULT.withJsonStructs(true))
                .query("SELECT '{\"rest\":1,\"x\":2}'::JSON(rest Int8) AS v")) {
            assertThat(result.schema().findField("v").getChildren())
                    .extracting(Field::getName)
                    .containsExactly("rest", "_rest");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void objectsComeBackFromStructs(int asText) throws IOException {
        tables(JSON);
        client.command("INSERT INTO t " + OBJECTS);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (ArrowResult result = arrow.with(
                        ArrowOptions.DEFAULT.withJsonStructs(true).withDictionaries(true))
                .query(request -> request.sql("SELECT * FROM t")
                        .setting("max_block_size", 300)
                        .setting("output_format_native_write_json_as_string", asText))) {
            assertThat(result.schema().findField("v").getType()).isEqualTo(ArrowType.Struct.INSTANCE);
            assertThat(result.writeStream(stream)).isEqualTo(1000);
        }
        assertThat(arrow.insertStream("again", new ByteArrayInputStream(stream.toByteArray()))
                        .writtenRows())
                .isEqualTo(1000);
        assertSame("toString(v)", "toString(JSONAllPathsWithTypes(v))");
    }

    @Test
    void structsStandInOtherTypesToo() {
        String type = "Tuple(Array(JSON(a Int8)), Map(String, JSON(a Int8)), Nullable(JSON(a Int8)))";
        tables(type);
        client.command(
                "INSERT INTO t SELECT number, CAST((arrayMap(x -> concat('{\"a\":', toString(x), ',\"b\":\"y\"}'),"
                        + " range(number % 3)), map('k', concat('{\"a\":', toString(number % 100), '}')), if(number % 5 = 0, NULL,"
                        + " '{\"c\":1}')), '" + type + "') FROM numbers(1000)");
        try (ArrowResult result =
                arrow.with(ArrowOptions.DEFAULT.withJsonStructs(true)).query("SELECT * FROM t")) {
            arrow.insert("again", result);
        }
        assertSame("toString(v)", "isNull(v.3)");
    }

    @Test
    void aDynamicComesBackFromAUnionWithItsTypes() {
        tables("Dynamic");
        client.command(
                "INSERT INTO t SELECT number, multiIf(number % 5 = 0, NULL::Dynamic, number % 5 = 1,"
                        + " toUInt16(number)::Dynamic, number % 5 = 2, toString(number)::Dynamic, number % 5 = 3,"
                        + " [number]::Array(UInt64)::Dynamic, toDateTime64(number, 3, 'Asia/Tokyo')::Dynamic) FROM numbers(1000)");
        ArrowOptions options = ArrowOptions.DEFAULT.withDynamicTypes(List.of(
                SimpleType.STRING,
                DataTypes.parse("UInt16"),
                DataTypes.parse("Array(UInt64)"),
                DataTypes.parse("DateTime64(3, 'Asia/Tokyo')"),
                SimpleType.UUID));
        try (ArrowResult result = arrow.with(options)
                .query(request -> request.sql("SELECT * FROM t").setting("max_block_size", 300))) {
            ArrowType.Union union =
                    (ArrowType.Union) result.schema().findField("v").getType();
            assertThat(union.getMode()).isEqualTo(UnionMode.Dense);
            assertThat(arrow.insert("again", result).writtenRows()).isEqualTo(1000);
        }
        assertSame("toString(v)", "dynamicType(v)");
    }

    @Test
    void aDynamicOfATypeThatWasNotAskedForIsAnError() {
        ArrowOptions options = ArrowOptions.DEFAULT.withDynamicTypes(List.of(SimpleType.STRING));
        assertThatThrownBy(() -> {
                    try (ArrowResult result =
                            arrow.with(options).query("SELECT arrayJoin(['a'::Dynamic, 7::UInt8::Dynamic]) AS v")) {
                        result.loadNextBatch();
                    }
                })
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Column \"v\", row 1")
                .hasMessageContaining("UInt8")
                .hasMessageContaining("dynamicTypes");
        assertThatThrownBy(() -> ArrowOptions.DEFAULT.withDynamicTypes(List.of(IntegerType.INT8, IntegerType.INT8)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Int8");
        assertThatThrownBy(() -> ArrowOptions.DEFAULT.withDynamicTypes(List.of(DataTypes.nullable(IntegerType.INT8))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Nullable(Int8)");
    }

    /** Others put the members of a union in any order, and have no member for NULL. */
    @ParameterizedTest
    @ValueSource(strings = {"Variant(Int64, String)", "Dynamic"})
    void unionsOfOthersAreRead(String type) {
        tables(type);
        try (DenseUnionVector union = new DenseUnionVector(
                        "v",
                        allocator,
                        FieldType.nullable(new ArrowType.Union(UnionMode.Dense, new int[] {0, 1})),
                        null);
                BigIntVector n = new BigIntVector("n", allocator)) {
            byte text = union.registerNewTypeId(
                    new Field("s", FieldType.nullable(Types.MinorType.VARCHAR.getType()), null));
            byte number =
                    union.registerNewTypeId(new Field("i", FieldType.nullable(Types.MinorType.BIGINT.getType()), null));
            VarCharVector texts = (VarCharVector) union.addVector(text, new VarCharVector("s", allocator));
            BigIntVector numbers = (BigIntVector) union.addVector(number, new BigIntVector("i", allocator));
            n.allocateNew(4);
            union.allocateNew();
            for (int row = 0; row < 4; row++) {
                n.set(row, row);
                boolean isText = row % 2 == 0;
                union.setTypeId(row, isText ? text : number);
                union.getOffsetBuffer().setInt(row * 4L, row / 2);
                if (isText) {
                    texts.setSafe(row / 2, Integer.toString(row).getBytes(UTF_8));
                } else {
                    numbers.setSafe(row / 2, row);
                }
            }
            texts.setValueCount(2);
            numbers.setValueCount(2);
            n.setValueCount(4);
            union.setValueCount(4);
            arrow.insert("again", new VectorSchemaRoot(List.of(n, union)));
        }
        String name = type.equals("Dynamic") ? "dynamicType" : "variantType";
        assertThat(engine.text("SELECT v, " + name + "(v) FROM arrow_semistructured.again ORDER BY n"))
                .isEqualTo("0\tString\n1\tInt64\n2\tString\n3\tInt64");
    }
}
