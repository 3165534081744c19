package io.chconnect.arrow.internal;

import io.chconnect.codec.Zones;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Timestamps without a zone: wall times in the zone of their column. A gap is an error, an overlap takes the earlier offset. */
final class WallTimes {
    private WallTimes() {}

    /** The zone of a column. */
    static ZoneId zone(DataType type, ZoneId otherwise) {
        String name = type instanceof DateTimeType seconds
                ? seconds.zone()
                : type instanceof DateTime64Type fine ? fine.zone() : null;
        return name == null ? otherwise : Zones.ofServer(name);
    }

    /** Turns wall times into points in time, in place. */
    static void toInstants(long[] ticks, TickUnit unit, ZoneId zone, boolean @Nullable [] nulls) {
        if (TicksMapping.isUtc(zone)) {
            return;
        }
        for (int row = 0; row < ticks.length; row++) {
            if (nulls == null || !nulls[row]) {
                long seconds = Math.floorDiv(ticks[row], unit.perSecond());
                LocalDateTime wall = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
                List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
                if (offsets.isEmpty()) {
                    throw ConversionException.of(wall, "a time in " + zone, "the clocks were set forward over it")
                            .atRow(row);
                }
                ticks[row] -= offsets.get(0).getTotalSeconds() * unit.perSecond();
            }
        }
    }
}
