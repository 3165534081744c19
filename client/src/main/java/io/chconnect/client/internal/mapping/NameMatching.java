package io.chconnect.client.internal.mapping;

import io.chconnect.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which column a property stands for: the one that its annotation names, else the one of the same name, else the only one
 * with the same letters and digits but for case and underscores.
 */
final class NameMatching {
    private final List<String> columns;

    NameMatching(List<String> columns) {
        this.columns = columns;
    }

    /** The place of the property's column; negative when there is none. */
    int find(Property property) {
        String exact = property.column() == null ? property.name() : property.column();
        int place = columns.indexOf(exact);
        if (place >= 0 || property.column() != null) {
            return place;
        }
        String letters = letters(exact);
        List<String> alike = columns.stream()
                .filter(column -> letters(column).equals(letters))
                .toList();
        if (alike.size() > 1) {
            throw new ConfigurationException(
                    property + " could be any of the columns " + alike + ": say which with @ColumnName");
        }
        return alike.isEmpty() ? -1 : columns.indexOf(alike.get(0));
    }

    /** The place of the property's column. */
    int require(Property property) {
        int place = find(property);
        if (place < 0) {
            throw new ConfigurationException("No column for " + property
                    + (property.column() == null ? "" : " (@ColumnName \"" + property.column() + "\")")
                    + ": the columns are " + columns);
        }
        return place;
    }

    /** Fails if two properties stand for the same column. */
    static void requireDistinct(List<Property> properties, List<Integer> places) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int before = seen.indexOf(places.get(i));
            if (before >= 0) {
                throw new ConfigurationException(
                        properties.get(before) + " and " + properties.get(i) + " stand for the same column");
            }
            seen.add(places.get(i));
        }
    }

    private static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
