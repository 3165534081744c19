package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.client.transport.ArrowBatches;
import io.chconnect.client.transport.ArrowForm;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.io.IOException;
import java.util.List;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.TransferPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors upon the memory of the engine in this process. */
@Timeout(120)
class ArrowInPlaceTest {
    private static final int[] ROW_COUNTS = {0, 1, 65, 8191, 70_000};

    private final Client client;
    private final BufferAllocator allocator = new RootAllocator();
    private final ArrowClient arrow;

    ArrowInPlaceTest() {
        ClientBuilder builder = Client.builder().url("chdb:memory");
        EngineHttp.settings().forEach(builder::setting);
        client = builder.build();
        client.command("CREATE DATABASE IF NOT EXISTS in_place ENGINE = Atomic");
        arrow = ArrowClient.of(client, allocator);
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
    void valuesComeWithoutACopy(TypeSamples type) throws IOException {
        String name = type.type().name();
        if (name.contains("BFloat16") || name.contains("QBit") || name.equals("Time64(3)")) {
            // The engine has no Arrow for these, and none for the least Time64 of milliseconds.
            assertThatThrownBy(() -> copy(type, 1000, ArrowOptions.DEFAULT)).isInstanceOf(ServerException.class);
            return;
        }
        for (int rows : ROW_COUNTS) {
            copy(type, rows, ArrowOptions.DEFAULT);
        }
        copy(type, 1000, ArrowOptions.DEFAULT.withDictionaries(true).withBinaryStrings(true));
    }

    private void copy(TypeSamples type, int rows, ArrowOptions options) throws IOException {
        String select = "SELECT number AS n, " + type.cyclingSql("number") + " AS v FROM numbers(" + rows + ")";
        try (ArrowReader reader = arrow.with(options).queryInPlace(select)) {
            if (!type.storable()) {
                assertThat(rows(reader)).isEqualTo(rows);
                return;
            }
            client.command("CREATE OR REPLACE TABLE in_place.t (n UInt64, v "
                    + type.type().name() + ") ENGINE = Memory");
            arrow.insert("in_place.t", reader);
        }
        // The engine gives the JSON of a Dynamic, of which a String is all that comes back.
        String differ = type.type().name().contains("Dynamic")
                ? "toString(v) != toJSONString(w)"
                : "isNull(v) != isNull(w) OR cityHash64(v) != cityHash64(w)";
        assertThat(text("SELECT count(), countIf(" + differ + ") FROM (SELECT v, " + type.cyclingSql("n")
                        + " AS w FROM in_place.t)"))
                .as("%d rows", rows)
                .isEqualTo(rows + "\t0");
    }

    @Test
    void theMemoryIsTheEnginesUntilTheLastVectorIsClosed() throws IOException {
        BigIntVector kept = new BigIntVector("kept", allocator);
        try (ArrowReader reader = arrow.queryInPlace("SELECT toInt64(number) AS n FROM numbers(1000)")) {
            assertThat(reader.loadNextBatch()).isTrue();
            // Arrow counts what it does not own for whom it stands in, too.
            assertThat(allocator.getAllocatedMemory()).isGreaterThanOrEqualTo(8000);
            TransferPair transfer = reader.getVectorSchemaRoot().getVector("n").makeTransferPair(kept);
            transfer.transfer();
            assertThat(reader.loadNextBatch()).isFalse();
            assertThat(reader.bytesRead()).isGreaterThanOrEqualTo(8000);
        }
        client.close();
        try (kept) {
            assertThat(kept.getValueCount()).isEqualTo(1000);
            assertThat(kept.get(999)).isEqualTo(999);
        }
        assertThat(allocator.getAllocatedMemory()).isZero();
    }

    @Test
    void aBatchIsReleasedByItsCallback() {
        try (ArrowBatches batches = client.arrowQuery(
                        request -> request.sql("SELECT number FROM numbers(10)"), new ArrowForm(false, false));
                ArrowArray array = ArrowArray.allocateNew(allocator)) {
            assertThat(batches.next(array.memoryAddress())).isEqualTo(10);
            assertThat(array.snapshot().release).isNotZero();
            assertThat(array.snapshot().length).isEqualTo(10);
            array.release();
            assertThat(array.snapshot().release).isZero();
            assertThat(batches.next(array.memoryAddress())).isEqualTo(-1);
            assertThat(batches.next(array.memoryAddress())).isEqualTo(-1);
        }
    }

    @Test
    void anEmptyResultHasASchema() throws IOException {
        try (ArrowReader reader = arrow.queryInPlace("SELECT 1::Int32 AS a, 'x' AS b WHERE 0")) {
            assertThat(reader.getVectorSchemaRoot().getSchema().getFields())
                    .extracting(Field::getName)
                    .containsExactly("a", "b");
            assertThat(reader.loadNextBatch()).isFalse();
        }
    }

    @Test
    void parametersSettingsAndSessionsCount() throws IOException {
        try (ArrowReader reader =
                arrow.queryInPlace(request -> request.sql("SELECT number + {first:UInt64} AS n FROM numbers(1000)")
                        .parameter("first", 7)
                        .setting("max_block_size", 100))) {
            assertThat(reader.loadNextBatch()).isTrue();
            assertThat(((UInt8Vector) reader.getVectorSchemaRoot().getVector(0)).get(0))
                    .isEqualTo(7);
            assertThat(reader.getVectorSchemaRoot().getRowCount()).isEqualTo(100);
            assertThat(rows(reader)).isEqualTo(900);
        }
    }

    @Test
    void optionsSayHowTextsStand() throws IOException {
        String select = "SELECT unhex('FF') AS s, toLowCardinality(toString(number % 3)) AS l FROM numbers(9)";
        try (ArrowReader reader = arrow.with(
                        ArrowOptions.DEFAULT.withDictionaries(true).withBinaryStrings(true))
                .queryInPlace(select)) {
            assertThat(reader.loadNextBatch()).isTrue();
            FieldVector bytes = reader.getVectorSchemaRoot().getVector("s");
            assertThat(((VarBinaryVector) bytes).get(0)).containsExactly(0xFF);
            Field field = reader.getVectorSchemaRoot().getVector("l").getField();
            assertThat(field.getDictionary()).isNotNull();
            assertThat(reader.lookup(field.getDictionary().getId()).getVectorType())
                    .isEqualTo(ArrowType.Binary.INSTANCE);
        }
    }

    @Test
    void aFailureOnTheWayComesOutAndLeavesNothing() {
        assertThatThrownBy(() -> {
                    try (ArrowReader reader = arrow.queryInPlace(
                            request -> request.sql("SELECT throwIf(number = 50000) FROM numbers(100000)")
                                    .setting("max_block_size", 1000))) {
                        rows(reader);
                    }
                })
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(395));
        assertThatThrownBy(() -> arrow.queryInPlace("SELECT nothing FROM nowhere"))
                .isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> arrow.queryInPlace("SELECT sumState(1) AS s"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("'s'");
        assertThatThrownBy(() -> arrow.queryInPlace("SHOW DATABASES")).isInstanceOf(ServerException.class);
    }

    @Test
    void aClosedReaderSaysSo() throws IOException {
        ArrowReader reader = arrow.queryInPlace("SELECT number FROM system.numbers");
        assertThat(reader.loadNextBatch()).isTrue();
        reader.close();
        assertThatThrownBy(reader::loadNextBatch).isInstanceOf(CancelledException.class);
        reader.close();
    }

    @Test
    void aThousandReadersLeftEarlyLeaveNothing() throws IOException {
        String select =
                "SELECT number, toString(number) AS s, [number] AS a, toLowCardinality(toString(number % 9)) AS l"
                        + " FROM numbers(100000)";
        for (int i = 0; i < 1000; i++) {
            int batches = i % 4;
            ArrowOptions options = ArrowOptions.DEFAULT.withDictionaries(i % 3 == 0);
            try (ArrowReader reader = arrow.with(options)
                    .queryInPlace(request -> request.sql(select).setting("max_block_size", 5000))) {
                for (int batch = 0; batch < batches; batch++) {
                    assertThat(reader.loadNextBatch()).isTrue();
                }
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        assertThat(text("SELECT count() FROM system.processes WHERE query NOT LIKE '%system.processes%'"))
                .isEqualTo("0");
    }

    /** A server is not in this process. */
    @ClickHouseServerTest
    @Timeout(120)
    static class OverHttp {
        @Test
        void aServersMemoryCannotBeHandedOut(ClickHouseServer server) {
            try (Client remote = Client.connect(server.url());
                    BufferAllocator allocator = new RootAllocator()) {
                assertThatThrownBy(() -> ArrowClient.of(remote, allocator).queryInPlace("SELECT 1"))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(server.url());
            }
        }
    }

    private String text(String sql) {
        return client.command(sql).text().strip();
    }

    private static long rows(ArrowReader reader) throws IOException {
        long rows = 0;
        while (reader.loadNextBatch()) {
            rows += reader.getVectorSchemaRoot().getRowCount();
        }
        return rows;
    }
}
