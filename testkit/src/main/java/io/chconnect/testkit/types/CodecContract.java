package io.chconnect.testkit.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.Column;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.error.MalformedDataException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.EnumType;
import io.chconnect.types.text.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the bytes and values of every type of the matrix. */
@ClickHouseServerTest
@Timeout(120)
public abstract class CodecContract {
    private static final int[] ROW_COUNTS = {0, 1, 2, 7, 8, 9, 63, 64, 65, 1000, 65409};
    private static final int BLOCK_INFO_BYTES = 8;
    private static final String DATABASE = "codec_contract";

    private final EngineHttp engine;

    /**
     * For JUnit.
     *
     * @param server writes and reads the other side
     */
    protected CodecContract(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS " + DATABASE + " ENGINE = Atomic");
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesAndTextsAreTheEngines(TypeSamples type) {
        for (int i = 0; i < type.samples().size(); i++) {
            Sample sample = type.samples().get(i);
            String value = type.castSql(i);
            // Escaped as TSV would escape it, so that one line is one answer.
            String answer = engine.text("SELECT toTypeName(" + value + "), hex(if(isNull(" + value
                    + "), 'NULL', ifNull(toString(" + value + "), '')))");
            assertThat(answer).isEqualTo(escaped(type.type().name()) + "\t" + hex(sample.text()));
            assertThat(ValueText.of(type.type(), sample.value())).isEqualTo(sample.text());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theEnginesBytesAreReadAndWritten(TypeSamples type) {
        for (int rows : ROW_COUNTS) {
            byte[] bytes =
                    engine.nativeBytes("SELECT " + type.cyclingSql("number") + " AS v FROM numbers(" + rows + ")");
            if (rows > 0) {
                Column column = Blocks.readColumn(bytes);
                assertThat(column.type()).isEqualTo(type.type());
                assertSame(column, type, rows);
                byte[] ours = Blocks.write("v", column);
                if (type.canonical()) {
                    assertThat(ours).isEqualTo(withoutBlockInfo(bytes));
                }
                assertSame(Blocks.readColumn(ByteSource.of(ours), ProtocolRevision.NONE), type, rows);
            } else {
                Blocks.read(ByteSource.of(bytes), ProtocolRevision.DEFAULT)
                        .forEach(block -> assertThat(block.rowCount()).isZero());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void javaValuesBecomeTheEnginesBytes(TypeSamples type) {
        for (int rows : ROW_COUNTS) {
            Column column = Blocks.build(type.type(), values(type, rows));
            assertThat(column.rowCount()).isEqualTo(rows);
            byte[] ours = Blocks.write("v", column);
            assertSame(Blocks.readColumn(ByteSource.of(ours), ProtocolRevision.NONE), type, rows);
            if (type.canonical() && rows > 0) {
                byte[] engines =
                        engine.nativeBytes("SELECT " + type.cyclingSql("number") + " AS v FROM numbers(" + rows + ")");
                assertThat(ours).isEqualTo(withoutBlockInfo(engines));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theEngineReadsOurs(TypeSamples type) {
        if (!type.storable()) {
            assertThat(engine.accepts("CREATE TABLE " + DATABASE + ".refused (v "
                            + type.type().name() + ") ENGINE = Memory"))
                    .isFalse();
            return;
        }
        int rows = 1000;
        String table = DATABASE + ".ours";
        engine.text("CREATE OR REPLACE TABLE " + table + " (n UInt64, v "
                + type.type().name() + ") ENGINE = Memory");
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < rows; i++) {
            numbers.add(i);
        }
        engine.insert(
                table,
                Blocks.write(new io.chconnect.codec.Block(
                        List.of("n", "v"),
                        List.of(
                                Blocks.build(DataTypes.parse("UInt64"), numbers),
                                Blocks.build(type.type(), values(type, rows))))));
        String differing =
                engine.text("SELECT count(), countIf(isNull(v) != isNull(w) OR cityHash64(v) != cityHash64(w))"
                        + " FROM (SELECT v, " + type.cyclingSql("n") + " AS w FROM " + table + ")");
        assertThat(differing).isEqualTo(rows + "\t0");
    }

    @ParameterizedTest
    @MethodSource("types")
    void otherJavaValuesAreWrittenAlike(TypeSamples type) {
        for (Sample sample : type.samples()) {
            for (Object input : sample.inputs()) {
                assertThat(Blocks.build(type.type(), List.of(input)).get(0))
                        .as("%s of %s", describe(input), input.getClass())
                        .isEqualTo(sample.value());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void wrongJavaValuesAreRefused(TypeSamples type) {
        List<Object> refused = new ArrayList<>(type.refused());
        refused.add(new Object());
        for (Object value : refused) {
            assertThatThrownBy(() -> Blocks.build(type.type(), List.of(value)))
                    .as("%s of %s as %s", describe(value), value.getClass(), type)
                    .isInstanceOf(ConversionException.class)
                    .message()
                    .isNotBlank();
        }
        if (type.samples().stream().noneMatch(sample -> sample.value() == null)) {
            assertThatThrownBy(() -> Blocks.build(type.type(), Arrays.asList((Object) null)))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("NULL");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyStrictPrefixFails(TypeSamples type) {
        byte[] bytes = oneOfEach(type);
        for (int length = 1; length < bytes.length; length++) {
            byte[] prefix = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Blocks.readColumn(prefix))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("ends in the middle");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void splitsDoNotMatter(TypeSamples type) {
        byte[] bytes = engine.nativeBytes("SELECT " + type.cyclingSql("number") + " AS v FROM numbers(1000)");
        byte[] whole = Blocks.write("v", Blocks.readColumn(bytes));
        for (int length : new int[] {1, 2, 3, 7, 64}) {
            Column column = Blocks.readColumn(Blocks.split(bytes, length), ProtocolRevision.DEFAULT);
            assertThat(Blocks.write("v", column)).as("windows of %d", length).isEqualTo(whole);
        }
        for (long seed = 0; seed < 10; seed++) {
            Column column = Blocks.readColumn(Blocks.randomSplit(bytes, seed), ProtocolRevision.DEFAULT);
            assertThat(Blocks.write("v", column)).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeStandsInContainers(TypeSamples samples) {
        DataType type = samples.type();
        String value = samples.cyclingSql("number");
        nests(samples, "Array", true, "arraySlice([" + value + ", " + value + "], 1, number % 3)", row -> {
            @Nullable Object element = samples.value(row);
            return row % 3 == 0 ? List.of() : row % 3 == 1 ? Arrays.asList(element) : Arrays.asList(element, element);
        });
        nests(samples, "Tuple", true, "tuple(" + value + ")", row -> Arrays.asList(samples.value(row)));
        nests(
                samples,
                "Nullable",
                Containers.nullableHolds(type),
                "[NULL, " + value + "][if(number % 3 = 0, 1, 2)]",
                row -> row % 3 == 0 ? null : samples.value(row));
        nests(
                samples,
                "LowCardinality",
                Containers.lowCardinalityHolds(type),
                value,
                row -> withoutMinusZero(samples.value(row)));
        nests(
                samples,
                "Map",
                Containers.mapKeyHolds(type),
                "map(" + value + ", " + value + ")",
                row -> ContainerRows.mapOf(samples.value(row), samples.value(row)));
    }

    /** Shows that the container holds the type, or that the server refuses it. */
    private void nests(
            TypeSamples samples,
            String container,
            boolean holds,
            String sql,
            java.util.function.IntFunction<@Nullable Object> expected) {
        String inner = samples.type().name();
        String name = container + "(" + inner + (container.equals("Map") ? ", " + inner : "") + ")";
        if (!holds) {
            assertThat(engine.accepts(
                            "CREATE OR REPLACE TABLE " + DATABASE + ".refused (v " + name + ") ENGINE = Memory"))
                    .as(name)
                    .isFalse();
            return;
        }
        DataType type = DataTypes.parse(name);
        int rows = 65;
        String select = "SELECT CAST(" + sql + ", '"
                + name.replace("\\", "\\\\").replace("'", "\\'") + "') AS v FROM numbers(" + rows + ")";
        byte[] engines = engine.nativeBytes(select);
        Column read = Blocks.readColumn(engines);
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            values.add(expected.apply(row));
        }
        assertThat(read.type().name()).isEqualTo(name);
        assertThat(Arrays.asList(read.toObjects())).as(name).isEqualTo(values);
        byte[] ours = Blocks.write("v", Blocks.build(type, values));
        // Where a value is NULL the engine writes the first number of an Enum, and we write 0.
        boolean enumUnderNull = container.equals("Nullable") && samples.type() instanceof EnumType;
        if (samples.canonical() && !container.equals("LowCardinality") && !enumUnderNull) {
            assertThat(ours).as(name).isEqualTo(withoutBlockInfo(engines));
        }
        Column again = Blocks.readColumn(ByteSource.of(ours), ProtocolRevision.NONE);
        assertThat(Arrays.asList(again.toObjects())).as(name).isEqualTo(values);
    }

    /** The engine's dictionaries do not tell -0 from 0. */
    private static @Nullable Object withoutMinusZero(@Nullable Object value) {
        return value instanceof Float number && number == 0
                ? 0f
                : value instanceof Double number && number == 0 ? 0.0 : value;
    }

    private byte[] oneOfEach(TypeSamples type) {
        return engine.nativeBytes("SELECT " + type.cyclingSql("number") + " AS v FROM numbers("
                + type.samples().size() + ")");
    }

    private static List<@Nullable Object> values(TypeSamples type, int rows) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            values.add(type.value(row));
        }
        return values;
    }

    private static void assertSame(Column column, TypeSamples type, int rows) {
        assertThat(column.rowCount()).isEqualTo(rows);
        @Nullable Object[] all = column.toObjects();
        for (int row = 0; row < rows; row++) {
            Object expected = type.value(row);
            if (!java.util.Objects.equals(all[row], expected) || column.isNull(row) != (expected == null)) {
                assertThat(all[row]).as("row %d of %d", row, rows).isEqualTo(expected);
                assertThat(column.isNull(row))
                        .as("row %d of %d is NULL", row, rows)
                        .isEqualTo(expected == null);
            }
        }
        for (int row = 0; row < Math.min(rows, type.samples().size()); row++) {
            assertThat(column.get(row)).isEqualTo(type.value(row));
        }
    }

    private static byte[] withoutBlockInfo(byte[] bytes) {
        return Arrays.copyOfRange(bytes, BLOCK_INFO_BYTES, bytes.length);
    }

    private static String describe(Object value) {
        return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
