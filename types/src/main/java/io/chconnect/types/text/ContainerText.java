package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.MapType;
import io.chconnect.types.TupleType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of arrays, tuples and maps. */
final class ContainerText {
    private ContainerText() {}

    static void array(StringBuilder out, DataType type, DataType element, Object value) {
        out.append('[');
        String separator = "";
        Collection<?> items = ValueText.expect(Collection.class, type, value);
        for (Object item : items) {
            out.append(separator);
            ValueText.append(out, element, item, true);
            separator = ",";
        }
        out.append(']');
    }

    static void tuple(StringBuilder out, TupleType type, Object value) {
        List<?> values = elements(type, value);
        out.append('(');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            ValueText.append(out, type.elements().get(i).type(), values.get(i), true);
        }
        out.append(')');
    }

    /** The values of a tuple in the order of its elements. */
    static List<@Nullable Object> elements(TupleType type, Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (TupleType.Element element : type.elements()) {
                if (!map.containsKey(element.name())) {
                    throw ConversionException.of(
                            value, "the text of a " + type.name(), "there is no element named " + element.name());
                }
                values.add(map.get(element.name()));
            }
        } else {
            List<?> list = ValueText.expect(List.class, type, value);
            values.addAll(list);
        }
        if (values.size() != type.elements().size()) {
            throw ConversionException.of(
                    value,
                    "the text of a " + type.name(),
                    "expected " + type.elements().size() + " elements, found " + values.size());
        }
        return values;
    }

    static void map(StringBuilder out, MapType type, Object value) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : entries(type, value)) {
            out.append(separator);
            ValueText.append(out, type.key(), entry.getKey(), true);
            out.append(':');
            ValueText.append(out, type.value(), entry.getValue(), true);
            separator = ",";
        }
        out.append('}');
    }

    /** The entries of a map; given as entries, keys may repeat. */
    static List<Map.Entry<?, ?>> entries(MapType type, Object value) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            entries.addAll(map.entrySet());
        } else {
            Collection<?> items = ValueText.expect(Collection.class, type, value);
            for (Object entry : items) {
                entries.add(ValueText.expect(Map.Entry.class, type, entry));
            }
        }
        return entries;
    }
}
