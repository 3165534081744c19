package io.chconnect.benchmarks.codec;

import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.codec.BlockReader;
import io.chconnect.codec.BlockWriter;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One block of one column, as large as the server sends them, read and written. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BlockCodecBenchmark {
    private static final int ROWS = 65_409;

    /** The type of the column. */
    @Param({
        "UInt8",
        "Int32",
        "UInt64",
        "Int128",
        "Float64",
        "Decimal(18, 4)",
        "DateTime",
        "DateTime64(9)",
        "UUID",
        "String",
        "FixedString(16)",
        "Nullable(Int64)",
        "LowCardinality(String)",
        "Array(Int32)",
        "Map(String, UInt32)"
    })
    public String type = "UInt64";

    private @Nullable Block block;
    private byte[] bytes = new byte[0];
    private BlockReader reader = new BlockReader(() -> null, ProtocolRevision.NONE, ZoneOffset.UTC);

    /** Makes the block and its bytes. */
    @Setup
    public void prepare() {
        BlockBuilder builder = new BlockBuilder(List.of("c"), List.of(DataTypes.parse(type)), ZoneOffset.UTC, ROWS);
        for (int row = 0; row < ROWS; row++) {
            builder.append(0, SampleValues.of(type, row));
        }
        block = builder.build();
        bytes = write();
        reader = new BlockReader(() -> ByteBuffer.wrap(bytes), ProtocolRevision.NONE, ZoneOffset.UTC);
    }

    /**
     * Decodes the block.
     *
     * @return the block
     */
    @Benchmark
    public @Nullable Block read() {
        return reader.read();
    }

    /**
     * Encodes the block.
     *
     * @return how many bytes it has
     */
    @Benchmark
    public byte[] write() {
        Block source = block;
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(1 << 20, bytes.length));
        if (source != null) {
            new BlockWriter(out::write).write(source);
        }
        return out.toByteArray();
    }

    /** Values that look like real ones. */
    private static final class SampleValues {
        static @Nullable Object of(String type, int row) {
            if (type.startsWith("Nullable") && row % 10 == 0) {
                return null;
            }
            if (type.startsWith("Array")) {
                return List.of(row, row + 1, row + 2);
            }
            if (type.startsWith("Map")) {
                return java.util.Map.of("first", row, "second", row + 1);
            }
            if (type.startsWith("LowCardinality")) {
                return "label " + row % 100;
            }
            if (type.startsWith("FixedString")) {
                return "0123456789abcdef";
            }
            if (type.startsWith("DateTime")) {
                return Instant.ofEpochSecond(1_700_000_000L + row);
            }
            if (type.startsWith("Decimal")) {
                return java.math.BigDecimal.valueOf(row, 2);
            }
            return switch (type) {
                case "UInt8" -> row % 256;
                case "Float64" -> row / 7.0;
                case "UUID" -> new java.util.UUID(row, ~row);
                case "String" -> "text " + row % 1000;
                default -> row;
            };
        }
    }
}
