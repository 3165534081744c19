package io.chconnect.client.config;

import io.chconnect.error.ConfigurationException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Finds options by their keys, and the one that was probably meant. */
final class OptionLookup {
    private OptionLookup() {}

    /**
     * Adds an option as text to others.
     *
     * @throws ConfigurationException if there is no such option, or its value is wrong
     */
    static void put(Map<Option<?>, Object> values, String key, String text) {
        for (Option<?> option : Options.ALL) {
            String prefix = option.prefix();
            if (option.key().equals(key) && prefix == null) {
                values.put(option, option.parser().apply(text));
                return;
            }
            if (prefix != null && key.startsWith(prefix) && key.length() > prefix.length()) {
                Map<String, Object> named = new HashMap<>();
                if (values.get(option) instanceof Map<?, ?> before) {
                    before.forEach((name, value) -> named.put(String.valueOf(name), String.valueOf(value)));
                }
                named.put(key.substring(prefix.length()), text);
                values.put(option, Map.copyOf(named));
                return;
            }
        }
        throw unknown(key);
    }

    private static ConfigurationException unknown(String key) {
        String nearest = Options.ALL.stream()
                .map(Option::key)
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .orElseThrow();
        return new ConfigurationException("Unknown option \"" + key + "\": did you mean \"" + nearest + "\"?");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
