package io.chconnect.client.internal.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an unused connection is kept: a little less than the server does, so that it is not us who find it closed. */
final class KeepAlive {
    private static final Pattern TIMEOUT = Pattern.compile("(?i)\\btimeout\\s*=\\s*(\\d{1,6})");
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private KeepAlive() {}

    static Duration of(@Nullable String header, Duration limit) {
        Matcher matcher = TIMEOUT.matcher(header == null ? "" : header);
        if (!matcher.find()) {
            return limit;
        }
        Duration promised = Duration.ofSeconds(Long.parseLong(matcher.group(1))).minus(MARGIN);
        Duration kept = promised.isNegative() || promised.isZero() ? Duration.ofMillis(1) : promised;
        return kept.compareTo(limit) < 0 ? kept : limit;
    }
}
