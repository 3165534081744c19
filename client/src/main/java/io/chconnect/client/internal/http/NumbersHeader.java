package io.chconnect.client.internal.http;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads headers that hold a flat JSON object whose values are numbers, mostly in quotes. */
final class NumbersHeader {
    private static final Pattern ENTRY = Pattern.compile("\"([a-z_]+)\"\\s*:\\s*\"?(\\d{1,18})\"?");

    private NumbersHeader() {}

    /** The numbers by name; what cannot be read is left out. */
    static Map<String, Long> parse(@Nullable String header) {
        Map<String, Long> values = new HashMap<>();
        Matcher matcher = ENTRY.matcher(header == null ? "" : header);
        while (matcher.find()) {
            values.put(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
        return values;
    }
}
