package io.chconnect.codec;

import io.chconnect.codec.internal.value.ZoneNames;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Time zones as servers name them. */
public final class Zones {
    private Zones() {}

    /**
     * The zone a server named. UTC under any of its names is {@code UTC}, and {@code Fixed/UTC+03:00:00} an offset.
     *
     * @param name the server's name for it; null when it named none
     * @return the zone; UTC when none was named, or none of that name is known here
     */
    public static ZoneId ofServer(@Nullable String name) {
        ZoneId zone = name == null ? null : ZoneNames.resolve(name);
        return zone == null ? ZoneId.of("UTC") : zone;
    }
}
