package io.chconnect.benchmarks.codec;

import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.codec.BlockReader;
import io.chconnect.codec.BlockWriter;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayOutputStream;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
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
        "Map(String, UInt32)",
        "Bool",
        "Date",
        "Date32",
        "Time64(3)",
        "IntervalDay",
        "Enum8('a' = 1, 'b' = 2)",
        "IPv4",
        "IPv6",
        "BFloat16",
        "Decimal(76, 10)",
        "Tuple(Int32, String)",
        "Point",
        "Variant(Int64, String)",
        "Dynamic",
        "JSON",
        "QBit(Float32, 8)"
    })
    public String type = "UInt64";

    private @Nullable Block block;
    private byte[] bytes = new byte[0];
    private BlockReader reader = new BlockReader(() -> null, ProtocolRevision.NONE, ZoneOffset.UTC);

    /** Makes the block and its bytes. */
    @Setup
    public void prepare() throws UnknownHostException {
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
}
