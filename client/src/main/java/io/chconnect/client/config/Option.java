package io.chconnect.client.config;

import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    static Option<List<String>> list(String key, String documentation) {
        return new Option<>(key, List.of(), documentation, false, Option::parseList);
    }

    static Option<Boolean> flag(String key, boolean defaultValue, String documentation) {
        return new Option<>(key, defaultValue, documentation, false, text -> {
            switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes", "y" -> {
                    return true;
                }
                case "false", "0", "no", "n" -> {
                    return false;
                }
                default ->
                    throw new ConfigurationException("Option " + key + " is \"" + text + "\": expected true or false");
            }
        });
    }

    static <E extends Enum<E>> Option<E> oneOf(String key, E defaultValue, String documentation) {
        Class<E> type = defaultValue.getDeclaringClass();
        return new Option<>(key, defaultValue, documentation, false, text -> parseOneOf(key, type, text));
    }

    /** Options that share a prefix; their key ends with a star, which stands for a name. */
    static Option<Map<String, String>> named(String key, boolean secret, String documentation) {
        return new Option<>(key, Map.of(), documentation, secret, text -> {
            throw new ConfigurationException("Option " + key + " stands for names: expected one in place of the star");
        });
    }

    /** The part of the key that all options of this kind share; null when this is a single option. */
    @Nullable
    String prefix() {
        return key.endsWith("*") ? key.substring(0, key.length() - 1) : null;
    }

    private static List<String> parseList(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> E parseOneOf(String key, Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new ConfigurationException(
                "Option " + key + " is \"" + text + "\": expected one of " + Arrays.toString(type.getEnumConstants()));
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
