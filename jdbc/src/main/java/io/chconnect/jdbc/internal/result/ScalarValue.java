package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DynamicType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Single values of plain classes, converted by the same rules as those of a result. */
public final class ScalarValue {
    private ScalarValue() {}

    /** The value as an object of a class. */
    public static <T> T as(Object given, Class<T> target) throws SQLException {
        Object value = given;
        if (given instanceof Instant instant) {
            value = instant.atZone(ZoneOffset.UTC);
        } else if (given instanceof OffsetDateTime time) {
            value = time.toZonedDateTime();
        }
        if (target.isInstance(given)) {
            return target.cast(given);
        }
        try {
            return ClassConversion.convert(
                    SingleValue.accessor(new DynamicType(DynamicType.DEFAULT_MAX_TYPES), value), 0, target);
        } catch (RuntimeException e) {
            throw SqlErrors.from(e);
        }
    }
}
