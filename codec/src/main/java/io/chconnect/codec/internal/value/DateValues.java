package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.TypeKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Date and Date32: days since 1970-01-01. No zone is ever involved. */
public final class DateValues implements IntegralValues {
    private static final LocalDate DATE_MAX = LocalDate.ofEpochDay(0xFFFF);
    private static final LocalDate DATE32_MIN = LocalDate.of(1900, 1, 1);
    private static final LocalDate DATE32_MAX = LocalDate.of(2299, 12, 31);

    private final DataType type;
    private final boolean wide;

    public DateValues(DataType type) {
        this.type = type;
        this.wide = type.kind() == TypeKind.DATE32;
    }

    @Override
    public Object toObject(long stored) {
        return LocalDate.ofEpochDay(wide ? stored : stored & 0xFFFF);
    }

    @Override
    public long toStored(Object value) {
        LocalDate date = date(value);
        LocalDate min = wide ? DATE32_MIN : LocalDate.EPOCH;
        LocalDate max = wide ? DATE32_MAX : DATE_MAX;
        if (date.isBefore(min) || date.isAfter(max)) {
            throw ConversionException.of(value, type.name(), "it is out of range, expected " + min + " to " + max);
        }
        return date.toEpochDay();
    }

    @Override
    public long toLong(long stored) {
        throw ConversionException.of(toObject(stored), "long", "a date is not a number");
    }

    private LocalDate date(Object value) {
        if (value instanceof LocalDate localDate) {
            return localDate;
        }
        if (value instanceof CharSequence charSequence) {
            try {
                return LocalDate.parse(charSequence);
            } catch (DateTimeParseException e) {
                throw ConversionException.of(value, type.name(), "expected the form 2026-01-31");
            }
        }
        throw ConversionException.of(value, type.name(), "expected a LocalDate or text");
    }
}
