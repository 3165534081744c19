package io.chconnect.benchmarks.codec;

import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that look like real ones. */
final class SampleValues {
    private SampleValues() {}

    /** The value of a row; every tenth is null where it may be. */
    static @Nullable Object of(String type, int row) throws UnknownHostException {
        if (type.startsWith("Nullable") && row % 10 == 0) {
            return null;
        }
        int end = type.indexOf('(');
        return switch (end < 0 ? type : type.substring(0, end)) {
            case "UInt8" -> row % 256;
            case "Float64" -> row / 7.0;
            case "BFloat16" -> (float) (row % 256);
            case "Bool" -> row % 3 == 0;
            case "Decimal" -> BigDecimal.valueOf(row, 2);
            case "Date", "Date32" -> LocalDate.ofEpochDay(row % 20_000);
            case "DateTime", "DateTime64" -> Instant.ofEpochSecond(1_700_000_000L + row);
            case "Time64" -> Duration.ofMillis(row);
            case "IntervalDay" -> new Interval(row, IntervalUnit.DAY);
            case "UUID" -> new UUID(row, ~row);
            case "IPv4" -> InetAddress.getByAddress(new byte[] {10, 0, (byte) (row >> 8), (byte) row});
            case "IPv6" ->
                InetAddress.getByAddress(
                        new byte[] {32, 1, 13, (byte) 184, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) (row >> 8), (byte) row
                        });
            case "Enum8" -> row % 2 == 0 ? "a" : "b";
            case "String" -> "text " + row % 1000;
            case "FixedString" -> "0123456789abcdef";
            case "LowCardinality" -> "label " + row % 100;
            case "Array" -> List.of(row, row + 1, row + 2);
            case "Map" -> Map.of("first", row, "second", row + 1);
            case "Tuple" -> List.of(row, "text " + row % 1000);
            case "Point" -> List.of(row / 7.0, row / 9.0);
            case "Variant", "Dynamic" -> row % 2 == 0 ? (Object) (long) row : "text " + row % 1000;
            case "JSON" -> Map.of("id", (long) row, "name", "text " + row % 1000);
            case "QBit" -> List.of(1f, 2f, 3f, 4f, 5f, 6f, 7f, (float) row);
            default -> row;
        };
    }
}
