package io.chconnect.codec.internal.value;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server's names of time zones. */
public final class ZoneNames {
    private static final Set<String> UTC =
            Set.of("UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "Universal", "Zulu", "Greenwich");
    private static final Pattern FIXED = Pattern.compile("Fixed/UTC([+-])(\\d\\d):(\\d\\d):(\\d\\d)");

    private ZoneNames() {}

    /** The zone of a name, or null when there is none here. */
    public static @Nullable ZoneId resolve(String name) {
        if (UTC.contains(name.startsWith("Etc/") ? name.substring(4) : name)) {
            return ZoneId.of("UTC");
        }
        Matcher matcher = FIXED.matcher(name);
        try {
            if (matcher.matches()) {
                int seconds = Integer.parseInt(matcher.group(2)) * 3600
                        + Integer.parseInt(matcher.group(3)) * 60
                        + Integer.parseInt(matcher.group(4));
                return seconds == 0
                        ? ZoneId.of("UTC")
                        : ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
            }
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
