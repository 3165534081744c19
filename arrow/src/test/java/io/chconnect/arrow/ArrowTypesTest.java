package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.client.QueryRequest;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.SimpleType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of the matrix goes through Arrow and back, and the engine says that nothing changed. */
@ClickHouseServerTest
@Timeout(120)
class ArrowTypesTest {
    private static final int[] ROW_COUNTS = {0, 1, 7, 8, 9, 63, 64, 65, 1000, 65409};
    private static final String TABLE = "arrow_types.t";

    /** Every option, and with them the types that the matrix has in Dynamic. */
    private static final ArrowOptions OPTIONS = new ArrowOptions(
            true, true, true, List.of(IntegerType.INT64, SimpleType.STRING, FloatType.FLOAT64, SimpleType.BOOL));

    private final EngineHttp engine;
    private final Client client;
    private final BufferAllocator allocator = new RootAllocator();

    ArrowTypesTest(ClickHouseServer server) {
        engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS arrow_types ENGINE = Atomic");
        ClientBuilder builder = Client.builder().url(server.url());
        EngineHttp.settings().forEach(builder::setting);
        client = builder.build();
    }

    @AfterEach
    void nothingIsLeft() {
        client.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
        allocator.close();
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesSurviveTheWayThroughVectors(TypeSamples type) {
        roundTrips(type, ArrowOptions.DEFAULT, ROW_COUNTS);
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesSurviveTheWayWithEveryOption(TypeSamples type) {
        roundTrips(type, OPTIONS, 0, 1, 9, 1000);
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesSurviveManyBatchesOfDifferentSizes(TypeSamples type) {
        roundTrip(type, ArrowOptions.DEFAULT, 5000, 700);
        roundTrip(type, OPTIONS, 1000, 70);
    }

    private void roundTrips(TypeSamples type, ArrowOptions options, int... rowCounts) {
        for (int rows : rowCounts) {
            roundTrip(type, options, rows, 70_000);
        }
    }

    private void roundTrip(TypeSamples type, ArrowOptions options, int rows, int blockRows) {
        ArrowClient arrow = ArrowClient.of(client, allocator).with(options);
        String select = "SELECT number AS n, " + type.cyclingSql("number") + " AS v FROM numbers(" + rows + ")";
        UnaryOperator<QueryRequest> query =
                request -> request.sql(select).setting("max_block_size", Integer.toString(blockRows));
        if (!type.storable()) {
            try (ArrowResult result = arrow.query(query)) {
                assertThat(rows(result)).isEqualTo(rows);
            }
            return;
        }
        engine.text("CREATE OR REPLACE TABLE " + TABLE + " (n UInt64, v "
                + type.type().name() + ") ENGINE = Memory");
        try (ArrowResult result = arrow.query(query)) {
            Field field = result.schema().findField("v");
            assertThat(field.getMetadata())
                    .containsEntry("clickhouse.type", type.type().name());
            assertThat(arrow.insert(TABLE, result).writtenRows()).isEqualTo(rows);
        }
        String differ = "isNull(v) != isNull(w) OR cityHash64(v) != cityHash64(w)";
        if (type.type().name().contains("Dynamic")) {
            // As text, that is all that is left of a Dynamic.
            differ = "toString(v) != toString(w)"
                    + (options.dynamicTypes().isEmpty() ? "" : " OR dynamicType(v) != dynamicType(w)");
        }
        assertThat(engine.text("SELECT count(), countIf(" + differ + ") FROM (SELECT v, " + type.cyclingSql("n")
                        + " AS w FROM " + TABLE + ")"))
                .as("%d rows in blocks of %d", rows, blockRows)
                .isEqualTo(rows + "\t0");
    }

    private static long rows(ArrowResult result) {
        long rows = 0;
        while (result.loadNextBatch()) {
            rows += result.getVectorSchemaRoot().getRowCount();
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("types")
    void aQueryLeftEarlyLeavesNothing(TypeSamples type) {
        String select = "SELECT " + type.cyclingSql("number") + " AS v FROM numbers(100000)";
        ArrowClient arrow = ArrowClient.of(client, allocator);
        try (ArrowResult result = arrow.query(request -> request.sql(select).setting("max_block_size", 1000))) {
            assertThat(result.loadNextBatch()).isTrue();
            assertThat(result.getVectorSchemaRoot().getRowCount()).isEqualTo(1000);
        }
        assertThat(allocator.getAllocatedMemory()).isZero();
    }

    @org.junit.jupiter.api.Test
    void anEmptyResultHasASchemaAndNoBatch() {
        try (ArrowResult result = ArrowClient.of(client, allocator).query("SELECT 1::Int32 AS a, 'x' AS b WHERE 0")) {
            assertThat(result.schema().getFields()).extracting(Field::getName).containsExactly("a", "b");
            assertThat(result.loadNextBatch()).isFalse();
            VectorSchemaRoot root = result.getVectorSchemaRoot();
            assertThat(root.getRowCount()).isZero();
        }
    }

    @org.junit.jupiter.api.Test
    void aStringThatIsNoTextIsAnErrorUnlessBytesAreAskedFor() {
        String select = "SELECT 'x' AS a UNION ALL SELECT unhex('FF')";
        ArrowClient arrow = ArrowClient.of(client, allocator);
        assertThatThrownBy(() -> {
                    try (ArrowResult result = arrow.query(select)) {
                        while (result.loadNextBatch()) {
                            assertThat(result.bytesRead()).isPositive();
                        }
                    }
                })
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"a\"")
                .hasMessageContaining("binaryStrings");
        try (ArrowResult result =
                arrow.with(ArrowOptions.DEFAULT.withBinaryStrings(true)).query(select)) {
            assertThat(rows(result)).isEqualTo(2);
        }
    }
}
