package io.chconnect.codec.internal.value;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Java values as points in time. Instant, ZonedDateTime and OffsetDateTime keep the instant; LocalDateTime, and text without
 * an offset, is wall time in the column's zone: a time inside a gap is refused, in an overlap the earlier offset counts.
 */
final class Instants {
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Instants() {}

    static Instant from(Object value, ZoneId zone, DataType type) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof ZonedDateTime zonedDateTime) {
            return zonedDateTime.toInstant();
        }
        if (value instanceof OffsetDateTime offsetDateTime) {
            return offsetDateTime.toInstant();
        }
        if (value instanceof LocalDateTime localDateTime) {
            return wallTime(localDateTime, zone, type);
        }
        if (value instanceof CharSequence charSequence) {
            return text(charSequence, zone, type);
        }
        throw ConversionException.of(
                value,
                type.name(),
                "expected an Instant, ZonedDateTime, OffsetDateTime, LocalDateTime or text such as 2026-01-31 12:30:00");
    }

    private static Instant wallTime(LocalDateTime value, ZoneId zone, DataType type) {
        if (zone.getRules().getValidOffsets(value).isEmpty()) {
            throw ConversionException.of(value, type.name(), "this wall time does not exist in the zone " + zone);
        }
        return value.atZone(zone).toInstant();
    }

    private static Instant text(CharSequence value, ZoneId zone, DataType type) {
        TemporalAccessor parsed;
        try {
            parsed = TEXT.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw ConversionException.of(
                    value,
                    type.name(),
                    "expected the form 2026-01-31 12:30:00, with a fraction or an offset if need be");
        }
        return parsed instanceof OffsetDateTime offsetDateTime
                ? offsetDateTime.toInstant()
                : wallTime((LocalDateTime) parsed, zone, type);
    }
}
