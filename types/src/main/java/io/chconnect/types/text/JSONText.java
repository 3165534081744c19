package io.chconnect.types.text;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.GeoType;
import io.chconnect.types.JSONType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.value.TypedVariant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of JSON: compact, its paths sorted, as the server writes it. */
final class JSONText {
    /** The order of UTF-8 bytes. */
    private static final Comparator<String> BYTE_ORDER =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private JSONText() {}

    /** A map as JSON; a text is taken for JSON already. */
    static String of(JSONType type, Object value) {
        if (value instanceof String text) {
            return text;
        }
        Map<String, @Nullable Object> paths = new TreeMap<>(BYTE_ORDER);
        collect(paths, type, "", ValueText.expect(Map.class, type, value));
        StringBuilder out = new StringBuilder();
        object(out, type, paths);
        return out.toString();
    }

    /** The values by their whole paths: a point within a name separates names just as an inner object does. */
    private static void collect(Map<String, @Nullable Object> paths, JSONType type, String prefix, Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String path = prefix + ValueText.expect(String.class, type, entry.getKey());
            Object value = entry.getValue();
            boolean typed = type.typedPaths().containsKey(path);
            if (value instanceof Map<?, ?> inner && !typed) {
                collect(paths, type, path + ".", inner);
            } else if (value != null || typed) {
                // A path without a type that is NULL is not there at all.
                paths.put(path, value);
            }
        }
    }

    /** One object after the other in the order of whole paths; one that was left is begun anew. */
    private static void object(StringBuilder out, JSONType type, Map<String, @Nullable Object> paths) {
        List<String> open = List.of();
        String separator = "";
        out.append('{');
        for (Map.Entry<String, @Nullable Object> entry : paths.entrySet()) {
            List<String> names = Arrays.asList(entry.getKey().split("\\.", -1));
            List<String> parents = names.subList(0, names.size() - 1);
            int shared = shared(open, parents);
            out.append("}".repeat(open.size() - shared)).append(separator);
            for (String parent : parents.subList(shared, parents.size())) {
                string(out, parent);
                out.append(":{");
            }
            string(out, names.get(names.size() - 1));
            out.append(':');
            DataType typed = type.typedPaths().get(entry.getKey());
            if (typed != null) {
                value(out, typed, entry.getValue());
            } else {
                untyped(out, entry.getValue());
            }
            open = parents;
            separator = ",";
        }
        out.append("}".repeat(open.size() + 1));
    }

    private static int shared(List<String> open, List<String> parents) {
        int limit = Math.min(open.size(), parents.size());
        int shared = 0;
        while (shared < limit && open.get(shared).equals(parents.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static void untyped(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof TypedVariant typed) {
            value(out, typed.type(), typed.value());
        } else {
            value(out, TextTypes.typeOf(value, true), value);
        }
    }

    private static void value(StringBuilder out, DataType type, @Nullable Object value) {
        if (value == null) {
            out.append("null");
            return;
        }
        switch (type.kind().shape()) {
            case SCALAR -> scalar(out, type, value);
            case AGGREGATE_FUNCTION -> string(out, BytesText.text(type, value));
            case NULLABLE -> value(out, ((NullableType) type).inner(), value);
            case LOW_CARDINALITY -> value(out, ((LowCardinalityType) type).inner(), value);
            case SIMPLE_AGGREGATE_FUNCTION -> value(out, ((SimpleAggregateFunctionType) type).storage(), value);
            case GEO -> value(out, ((GeoType) type).storage(), value);
            case NESTED -> value(out, ((NestedType) type).asArray(), value);
            case ARRAY -> array(out, type, ((ArrayType) type).element(), value);
            case QBIT -> array(out, type, ((QBitType) type).element(), value);
            case TUPLE -> tuple(out, (TupleType) type, value);
            case MAP -> map(out, (MapType) type, value);
            case JSON -> out.append(of((JSONType) type, value));
            case CHOICE -> untyped(out, MemberTypes.resolve(type, value, true));
        }
    }

    private static void scalar(StringBuilder out, DataType type, Object value) {
        switch (type.kind()) {
            case BFLOAT16, FLOAT32, FLOAT64 -> number(out, type, value);
            case STRING, FIXED_STRING -> string(out, BytesText.text(type, value));
            default -> {
                if (type.kind().quoted()) {
                    string(out, ValueText.of(type, value));
                } else {
                    ValueText.append(out, type, value);
                }
            }
        }
    }

    /** JSON has no infinities. */
    private static void number(StringBuilder out, DataType type, Object value) {
        if (Double.isFinite(ValueText.expect(Number.class, type, value).doubleValue())) {
            ValueText.append(out, type, value);
        } else {
            out.append("null");
        }
    }

    private static void array(StringBuilder out, DataType type, DataType element, Object value) {
        out.append('[');
        String separator = "";
        Collection<?> items = ValueText.expect(Collection.class, type, value);
        for (Object item : items) {
            out.append(separator);
            value(out, element, item);
            separator = ",";
        }
        out.append(']');
    }

    private static void tuple(StringBuilder out, TupleType type, Object value) {
        List<@Nullable Object> values = ContainerText.elements(type, value);
        boolean named = type.named();
        out.append(named ? '{' : '[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            String name = type.elements().get(i).name();
            if (named && name != null) {
                string(out, name);
                out.append(':');
            }
            value(out, type.elements().get(i).type(), values.get(i));
        }
        out.append(named ? '}' : ']');
    }

    private static void map(StringBuilder out, MapType type, Object value) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : ContainerText.entries(type, value)) {
            out.append(separator);
            string(out, ValueText.of(type.key(), entry.getKey()));
            out.append(':');
            value(out, type.value(), entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\', '/' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        out.append("\\u");
                        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                        out.append("0000", 0, 4 - digits.length()).append(digits);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
