package io.chconnect.testkit.types;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Dates and points in time. */
final class DateRows {
    private static final String TIMES =
            "`Instant`, `ZonedDateTime`, `OffsetDateTime` (the instant), `LocalDateTime` and text"
                    + " without offset (wall time in the column's zone), text with offset";

    private DateRows() {}

    static List<TypeRow> rows() {
        return List.of(
                TypeRow.of(
                        "Date",
                        "LocalDate",
                        "`LocalDate`, text such as `2026-01-31`",
                        TypeRow.NULLABLE,
                        "1970-01-01 to 2149-06-06",
                        TypeSamples.of("Date")
                                .value("'1970-01-01'", LocalDate.EPOCH, "1970-01-01", "1970-01-01")
                                .value("'2024-02-29'", LocalDate.of(2024, 2, 29), "2024-02-29")
                                .value("'2149-06-06'", LocalDate.of(2149, 6, 6), "2149-06-06")
                                .refuses(
                                        LocalDate.of(1969, 12, 31),
                                        LocalDate.of(2149, 6, 7),
                                        "31.1.2026",
                                        1,
                                        "2023-02-29")),
                TypeRow.of(
                        "Date32",
                        "LocalDate",
                        "`LocalDate`, text such as `2026-01-31`",
                        TypeRow.NULLABLE,
                        "1900-01-01 to 2299-12-31",
                        TypeSamples.of("Date32")
                                .value("'1900-01-01'", LocalDate.of(1900, 1, 1), "1900-01-01", "1900-01-01")
                                .value("'1969-12-31'", LocalDate.of(1969, 12, 31), "1969-12-31")
                                .value("'2299-12-31'", LocalDate.of(2299, 12, 31), "2299-12-31")
                                .refuses(LocalDate.of(1899, 12, 31), LocalDate.of(2300, 1, 1))),
                TypeRow.of(
                        "DateTime",
                        "ZonedDateTime in the column's zone: the type's, else the server's",
                        TIMES,
                        TypeRow.NULLABLE,
                        "1970-01-01 00:00:00 to 2106-02-07 06:28:15 UTC, whole seconds",
                        utcSeconds("DateTime"),
                        utcSeconds("DateTime('UTC')"),
                        berlin()),
                TypeRow.of(
                        "DateTime64(P)",
                        "ZonedDateTime in the column's zone: the type's, else the server's",
                        TIMES + "; no more than P digits of a second",
                        TypeRow.NULLABLE,
                        "1900-01-01 to 2299-12-31, for P = 9 from 1677-09-21 to 2262-04-11; P digits of a second, 0 to 9",
                        ticks("DateTime64(0, 'UTC')", 0),
                        ticks("DateTime64(3)", 3),
                        ticks("DateTime64(9, 'UTC')", 9),
                        newYork()));
    }

    private static TypeSamples utcSeconds(String name) {
        ZonedDateTime last = Instant.ofEpochSecond(0xFFFFFFFFL).atZone(ZoneId.of("UTC"));
        return TypeSamples.of(name)
                .value(
                        "'1970-01-01 00:00:00'",
                        Instant.EPOCH.atZone(ZoneId.of("UTC")),
                        "1970-01-01 00:00:00",
                        Instant.EPOCH)
                .value(
                        "toUInt32(4294967295)",
                        last,
                        "2106-02-07 06:28:15",
                        last.toOffsetDateTime(),
                        last.toLocalDateTime(),
                        "2106-02-07 06:28:15",
                        "2106-02-07T07:28:15+01:00")
                .refuses(
                        Instant.ofEpochSecond(-1),
                        Instant.ofEpochSecond(0x100000000L),
                        Instant.ofEpochSecond(0, 1),
                        1L,
                        LocalDate.EPOCH,
                        "2026-01-31");
    }

    private static TypeSamples berlin() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        ZonedDateTime before =
                ZonedDateTime.ofLocal(LocalDateTime.of(2024, 10, 27, 2, 30), zone, ZoneOffset.ofHours(2));
        ZonedDateTime after = ZonedDateTime.ofLocal(LocalDateTime.of(2024, 10, 27, 2, 30), zone, ZoneOffset.ofHours(1));
        return TypeSamples.of("DateTime('Europe/Berlin')")
                .value(
                        "toDateTime(1729989000, 'Europe/Berlin')",
                        before,
                        "2024-10-27 02:30:00",
                        LocalDateTime.of(2024, 10, 27, 2, 30),
                        "2024-10-27 02:30:00")
                .value(
                        "toDateTime(1729992600, 'Europe/Berlin')",
                        after,
                        "2024-10-27 02:30:00",
                        OffsetDateTime.parse("2024-10-27T02:30:00+01:00"))
                .refuses(LocalDateTime.of(2024, 3, 31, 2, 30), "2024-03-31 02:30:00");
    }

    private static TypeSamples ticks(String name, int precision) {
        ZoneId utc = ZoneId.of("UTC");
        String digits = "123456789".substring(0, precision);
        String fraction = precision == 0 ? "" : "." + digits;
        long nanos = precision == 0 ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
        ZonedDateTime early =
                LocalDateTime.of(1900, 1, 1, 0, 0).plusNanos(nanos).atZone(utc);
        ZonedDateTime justBefore =
                LocalDateTime.of(1969, 12, 31, 23, 59, 59).plusNanos(nanos).atZone(utc);
        ZonedDateTime late =
                LocalDateTime.of(2262, 4, 11, 23, 47, 15).plusNanos(nanos).atZone(utc);
        return TypeSamples.of(name)
                .value(
                        "'1900-01-01 00:00:00" + fraction + "'",
                        early,
                        "1900-01-01 00:00:00" + fraction,
                        early.toInstant())
                .value(
                        "'1969-12-31 23:59:59" + fraction + "'",
                        justBefore,
                        "1969-12-31 23:59:59" + fraction,
                        "1969-12-31 23:59:59" + fraction)
                .value("'2262-04-11 23:47:15" + fraction + "'", late, "2262-04-11 23:47:15" + fraction)
                .refuses(1L, LocalDate.EPOCH);
    }

    private static TypeSamples newYork() {
        ZonedDateTime time = ZonedDateTime.of(2024, 7, 4, 12, 0, 0, 123_456_000, ZoneId.of("America/New_York"));
        return TypeSamples.of("DateTime64(6, 'America/New_York')")
                .value("'2024-07-04 12:00:00.123456'", time, "2024-07-04 12:00:00.123456", time.toLocalDateTime())
                .refuses(time.plusNanos(1), LocalDateTime.of(2024, 3, 10, 2, 30));
    }
}
