package io.chconnect.client.internal.parameter;

import io.chconnect.client.internal.sql.Placeholder;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings values together with the placeholders of their statement. */
public final class ParameterBinding {
    private ParameterBinding() {}

    /**
     * The texts of values.
     *
     * @param sql the statement
     * @param named values by name
     * @param inOrder values in the order in which the statement names its placeholders for the first time; empty for none
     * @throws ConversionException if a value does not fit its placeholder's type; it names the parameter
     */
    public static Map<String, String> bind(
            String sql, Map<String, ? extends @Nullable Object> named, List<? extends @Nullable Object> inOrder) {
        if (named.isEmpty() && inOrder.isEmpty()) {
            return Map.of();
        }
        Map<String, String> types = new LinkedHashMap<>();
        for (Placeholder placeholder : Placeholder.of(sql)) {
            types.putIfAbsent(placeholder.name(), placeholder.type());
        }
        Map<String, @Nullable Object> values = new HashMap<>(named);
        if (!inOrder.isEmpty()) {
            addInOrder(types, named, inOrder, values);
        }
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> text(each.getKey(), types.get(each.getKey()), each.getValue())));
    }

    private static void addInOrder(
            Map<String, String> types,
            Map<String, ? extends @Nullable Object> named,
            List<? extends @Nullable Object> inOrder,
            Map<String, @Nullable Object> values) {
        List<String> names = new ArrayList<>(types.keySet());
        names.removeAll(named.keySet());
        if (names.size() != inOrder.size()) {
            throw new ConfigurationException("There are " + inOrder.size() + " values for the " + names.size()
                    + " placeholders of the statement without a value by name: " + names);
        }
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), inOrder.get(i));
        }
    }

    private static String text(String name, @Nullable String type, @Nullable Object value) {
        try {
            return ParameterText.of(type, value);
        } catch (ConversionException e) {
            throw e.at("{" + name + (type == null ? "" : ":" + type) + "}", -1);
        }
    }
}
