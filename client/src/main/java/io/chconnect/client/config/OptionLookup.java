package io.chconnect.client.config;

import io.chconnect.error.ConfigurationException;
import java.util.Comparator;

/** Finds options by their keys, and the one that was probably meant. */
final class OptionLookup {
    private OptionLookup() {}

    static Option<?> find(String key) {
        return Options.ALL.stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key));
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
