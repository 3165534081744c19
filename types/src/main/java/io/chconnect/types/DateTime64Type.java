package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * {@code DateTime64(P)}, ticks of 10<sup>-P</sup> seconds since 1970-01-01 00:00:00 UTC.
 *
 * @param precision digits of the fraction, 0 to 9
 * @param zone the zone of its texts, as the server names it; null when the type names none
 */
public record DateTime64Type(int precision, @Nullable String zone) implements DataType {
    /**
     * Checks the precision, and takes an empty name of a zone as none, as the server does.
     *
     * @throws ConfigurationException if it is out of range
     */
    public DateTime64Type {
        if (precision < 0 || precision > 9) {
            throw new ConfigurationException(
                    "DateTime64(" + precision + ") is not a type: expected a precision of 0 to 9");
        }
        zone = zone == null || zone.isEmpty() ? null : zone;
    }

    @Override
    public TypeKind kind() {
        return TypeKind.DATETIME64;
    }

    @Override
    public String name() {
        return "DateTime64(" + precision + (zone == null ? ")" : ", " + TypeNames.quote(zone) + ")");
    }

    @Override
    public String toString() {
        return name();
    }
}
