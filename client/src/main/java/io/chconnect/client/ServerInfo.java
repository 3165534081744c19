package io.chconnect.client;

import io.chconnect.error.ConfigurationException;
import java.time.ZoneId;

/**
 * What a server is.
 *
 * @param version its version, for example {@code 26.7.2.1}
 * @param zone its time zone
 */
public record ServerInfo(String version, ZoneId zone) {
    /**
     * Whether the version is at least another one. Parts are compared as numbers; what is not a number in the server's
     * version counts as nothing.
     *
     * @param wanted one to four numbers with points between them, for example {@code 24.8}
     * @return true if it is as new or newer
     * @throws ConfigurationException if {@code wanted} is no such version
     */
    public boolean isAtLeast(String wanted) {
        if (!wanted.matches("\\d{1,9}(\\.\\d{1,9}){0,3}")) {
            throw new ConfigurationException(
                    "\"" + wanted + "\" is no version: expected one to four numbers, for example 24.8");
        }
        String[] ours = version.split("\\.", -1);
        String[] theirs = wanted.split("\\.", -1);
        for (int i = 0; i < theirs.length; i++) {
            int difference = Integer.compare(number(ours, i), number(theirs, i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private static int number(String[] parts, int i) {
        return i < parts.length && parts[i].matches("\\d{1,9}") ? Integer.parseInt(parts[i]) : 0;
    }
}
