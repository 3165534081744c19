package io.chconnect.client.config;

import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.function.Function;

/**
 * An option of the client: its key in URLs, its type, default and meaning. The builder, the URL parser and the documentation
 * are made from these.
 *
 * @param <T> the class of its values
 * @param key the name in URLs
 * @param defaultValue the value when none is given
 * @param documentation one sentence for users
 * @param secret whether the value must never be shown
 * @param parser makes a value of its text; throws {@link ConfigurationException} for a wrong one
 */
public record Option<T>(String key, T defaultValue, String documentation, boolean secret, Function<String, T> parser) {
    static Option<String> text(String key, String defaultValue, String documentation) {
        return new Option<>(key, defaultValue, documentation, false, Function.identity());
    }

    static Option<String> secret(String key, String documentation) {
        return new Option<>(key, "", documentation, true, Function.identity());
    }

    static Option<Duration> seconds(String key, Duration defaultValue, String documentation) {
        return new Option<>(key, defaultValue, documentation, false, text -> parseSeconds(key, text));
    }

    static Option<Integer> positive(String key, int defaultValue, String documentation) {
        return new Option<>(key, defaultValue, documentation, false, text -> parsePositive(key, text));
    }

    static Option<Integer> notNegative(String key, int defaultValue, String documentation) {
        return new Option<>(key, defaultValue, documentation, false, text -> parseNotNegative(key, text));
    }

    private static Duration parseSeconds(String key, String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds <= Integer.MAX_VALUE / 1000.0) {
                return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
            }
        } catch (NumberFormatException e) {
            throw notSeconds(key, text);
        }
        throw notSeconds(key, text);
    }

    private static ConfigurationException notSeconds(String key, String text) {
        return new ConfigurationException(
                "Option " + key + " is \"" + text + "\": expected seconds, more than 0, for example 30 or 0.5");
    }

    private static int parsePositive(String key, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notPositive(key, text);
        }
        throw notPositive(key, text);
    }

    private static ConfigurationException notPositive(String key, String text) {
        return new ConfigurationException("Option " + key + " is \"" + text + "\": expected a whole number above 0");
    }

    private static int parseNotNegative(String key, String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Integer.parseInt(text);
        }
        throw new ConfigurationException("Option " + key + " is \"" + text + "\": expected a whole number, 0 or more");
    }
}
