package io.chconnect.testkit.types;

import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Times of day, beyond a day, and intervals. */
final class TimeRows {
    private static final Duration MAX = Duration.ofSeconds(3_599_999);

    private TimeRows() {}

    static List<TypeRow> rows() {
        List<TypeSamples> intervals = new ArrayList<>();
        for (IntervalUnit unit : IntervalUnit.values()) {
            intervals.add(interval(unit));
        }
        return List.of(
                TypeRow.of(
                        "Time",
                        "java.time.Duration",
                        "`Duration`, `LocalTime`, text such as `-012:30:00`",
                        TypeRow.NULLABLE,
                        "-999:59:59 to 999:59:59",
                        TypeSamples.of("Time")
                                .value("'-999:59:59'", MAX.negated(), "-999:59:59", "-999:59:59")
                                .value("'00:00:00'", Duration.ZERO, "00:00:00", LocalTime.MIDNIGHT)
                                .value(
                                        "'12:30:00'",
                                        Duration.ofMinutes(750),
                                        "12:30:00",
                                        LocalTime.of(12, 30),
                                        "12:30:00")
                                .value("'999:59:59'", MAX, "999:59:59")
                                .refuses(Duration.ofHours(1000), Duration.ofMillis(1), 1L, "12:60:00")),
                TypeRow.of(
                        "Time64(P)",
                        "java.time.Duration",
                        "`Duration`, `LocalTime`, text such as `-012:30:00.5`; no more than P digits of a second",
                        TypeRow.NULLABLE,
                        "-999:59:59.999999999 to 999:59:59.999999999; P digits of a second, 0 to 9",
                        time64(0),
                        time64(3),
                        time64(9)),
                TypeRow.of(
                        "Interval…",
                        "io.chconnect.types.value.Interval",
                        "`Interval` of the same unit, a whole number as the amount",
                        TypeRow.NULLABLE,
                        "an amount of 64 bits of one of eleven units, Nanosecond to Year",
                        intervals.toArray(TypeSamples[]::new)));
    }

    private static TypeSamples time64(int precision) {
        String nines = precision == 0 ? "" : "." + "9".repeat(precision);
        Duration max = MAX.plusNanos(
                precision == 0 ? 0 : Long.parseLong(("9".repeat(precision) + "000000000").substring(0, 9)));
        String zeros = precision == 0 ? "" : "." + "0".repeat(precision);
        return TypeSamples.of("Time64(" + precision + ")")
                .value("'-999:59:59" + nines + "'", max.negated(), "-999:59:59" + nines)
                .value("'00:00:00'", Duration.ZERO, "00:00:00" + zeros, LocalTime.MIDNIGHT)
                .value("'12:30:00'", Duration.ofMinutes(750), "12:30:00" + zeros, LocalTime.of(12, 30))
                .value("'999:59:59" + nines + "'", max, "999:59:59" + nines, "999:59:59" + nines)
                .refuses(Duration.ofHours(1000), 1L);
    }

    private static TypeSamples interval(IntervalUnit unit) {
        IntervalUnit other = unit == IntervalUnit.DAY ? IntervalUnit.HOUR : IntervalUnit.DAY;
        return TypeSamples.of("Interval" + unit.clickHouseName())
                .value("toInt64(-5)", new Interval(-5, unit), "-5", -5, -5L)
                .value("toInt64(0)", new Interval(0, unit), "0")
                .value(
                        "toInt64(9223372036854775807)",
                        new Interval(Long.MAX_VALUE, unit),
                        "9223372036854775807",
                        Long.MAX_VALUE)
                .refuses(new Interval(1, other), "1", 1.5);
    }
}
