package io.chconnect.types;

import org.jspecify.annotations.Nullable;

/**
 * {@code DateTime}, seconds since 1970-01-01 00:00:00 UTC up to 2106-02-07.
 *
 * @param zone the zone of its texts, as the server names it; null when the type names none
 */
public record DateTimeType(@Nullable String zone) implements DataType {
    /**
     * Takes an empty name of a zone as none, as the server does.
     */
    public DateTimeType {
        zone = zone == null || zone.isEmpty() ? null : zone;
    }

    @Override
    public TypeKind kind() {
        return TypeKind.DATETIME;
    }

    @Override
    public String name() {
        return zone == null ? "DateTime" : "DateTime(" + TypeNames.quote(zone) + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
