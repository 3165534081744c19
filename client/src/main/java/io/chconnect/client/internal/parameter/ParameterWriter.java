package io.chconnect.client.internal.parameter;

import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.GeoType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.TypeShape;
import io.chconnect.types.text.ValueText;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values by the type of their placeholder. What does not fit the type is refused by the same rules as in an insert;
 * a text for a type that is none is left to the server to read, but only at the top, where it cannot change its surroundings.
 */
final class ParameterWriter {
    private static final Set<TypeKind> TEXTS = Set.of(TypeKind.STRING, TypeKind.FIXED_STRING);
    /** Their texts are not escaped once more at the top. */
    private static final Set<TypeKind> CONTAINERS = Set.of(TypeKind.ARRAY, TypeKind.TUPLE, TypeKind.MAP, TypeKind.QBIT);

    private ParameterWriter() {}

    static void appendTop(StringBuilder out, DataType type, Object value) {
        DataType plain = plain(type);
        if (plain.kind().shape() == TypeShape.CHOICE
                && !(value instanceof CharSequence && isPlainWord(value.toString()))) {
            throw ConversionException.of(
                    value,
                    type.name(),
                    "the server guesses the type of such a value; name its type, or write {name:Array(" + type.name()
                            + ")}[1] and give a list of one");
        }
        if (value instanceof CharSequence && CONTAINERS.contains(plain.kind())) {
            out.append(value);
        } else if (value instanceof CharSequence && !TEXTS.contains(plain.kind())) {
            Escapes.appendText(out, value.toString());
        } else {
            append(out, plain, value, false);
        }
    }

    static void append(StringBuilder out, DataType type, @Nullable Object value, boolean nested) {
        if (value == null) {
            out.append("NULL");
            return;
        }
        switch (type.kind().shape()) {
            case NULLABLE, LOW_CARDINALITY, SIMPLE_AGGREGATE_FUNCTION, GEO, NESTED ->
                append(out, plain(type), value, nested);
            case ARRAY -> appendArray(out, ((ArrayType) type).element(), value);
            case QBIT -> appendArray(out, ((QBitType) type).element(), value);
            case TUPLE -> appendTuple(out, (TupleType) type, value);
            case MAP -> appendMap(out, (MapType) type, value);
            case CHOICE -> ValueText.append(out, arrayOf(type), List.of(value));
            case JSON ->
                text(out, value instanceof CharSequence ? value.toString() : ValueText.of(type, value), nested);
            case SCALAR -> appendScalar(out, type, value, nested);
            case AGGREGATE_FUNCTION -> throw refused(type, value);
        }
    }

    private static void appendScalar(StringBuilder out, DataType type, Object value, boolean nested) {
        switch (type.kind()) {
            case STRING, FIXED_STRING -> {
                String quote = nested ? "'" : "";
                out.append(quote);
                appendString(out, type, value);
                out.append(quote);
            }
            case DATETIME, DATETIME64 -> bare(out, TemporalText.of(type, value), nested);
            case NOTHING -> throw refused(type, value);
            default -> {
                if (type.kind().quoted()) {
                    text(out, leaf(type, value), nested);
                } else {
                    out.append(leaf(type, value));
                }
            }
        }
    }

    private static ConversionException refused(DataType type, Object value) {
        return ConversionException.of(value, type.name(), "there are no parameters of this type");
    }

    private static void appendArray(StringBuilder out, DataType element, Object value) {
        out.append('[');
        String separator = "";
        for (Object item : Containers.items(value)) {
            out.append(separator);
            append(out, element, item, true);
            separator = ",";
        }
        out.append(']');
    }

    private static void appendTuple(StringBuilder out, TupleType type, Object value) {
        List<@Nullable Object> items = Containers.elements(type, value);
        out.append('(');
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ",");
            append(out, type.elements().get(i).type(), items.get(i), true);
        }
        // A single value in brackets would be no tuple.
        out.append(items.size() == 1 ? ",)" : ")");
    }

    private static void appendMap(StringBuilder out, MapType type, Object value) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : Containers.entries(type, value)) {
            out.append(separator);
            append(out, type.key(), entry.getKey(), true);
            out.append(':');
            append(out, type.value(), entry.getValue(), true);
            separator = ",";
        }
        out.append('}');
    }

    private static void appendString(StringBuilder out, DataType type, Object value) {
        if (type instanceof FixedStringType fixed) {
            int length = value instanceof byte[] bytes
                    ? bytes.length
                    : value.toString().getBytes(StandardCharsets.UTF_8).length;
            if (length > fixed.length()) {
                throw ConversionException.of(value, type.name(), "it has " + length + " bytes");
            }
        }
        if (value instanceof byte[] bytes) {
            Escapes.appendBytes(out, bytes);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            Escapes.appendText(out, value.toString());
        } else {
            throw ConversionException.of(value, type.name(), "expected text or a byte[]");
        }
    }

    /** The text of a value that was made one of the type. */
    private static String leaf(DataType type, Object value) {
        Column column = new ColumnFactory(ZoneOffset.UTC).column(type, List.of(value));
        return ValueText.of(type, column.get(0));
    }

    private static void text(StringBuilder out, String text, boolean nested) {
        if (nested) {
            Escapes.appendQuoted(out, text);
        } else {
            Escapes.appendText(out, text);
        }
    }

    private static void bare(StringBuilder out, String text, boolean nested) {
        String quote = nested ? "'" : "";
        out.append(quote).append(text).append(quote);
    }

    private static DataType plain(DataType type) {
        return switch (type.kind()) {
            case NULLABLE -> plain(((NullableType) type).inner());
            case LOW_CARDINALITY -> plain(((LowCardinalityType) type).inner());
            case SIMPLE_AGGREGATE_FUNCTION -> plain(((SimpleAggregateFunctionType) type).storage());
            case GEO -> plain(((GeoType) type).storage());
            case NESTED -> ((NestedType) type).asArray();
            default -> type;
        };
    }

    private static DataType arrayOf(DataType type) {
        return new ArrayType(type);
    }

    private static boolean isPlainWord(String text) {
        return text.matches("(?s)[A-Za-z_].*")
                && !text.matches("(?is)(true|false|null|nan|inf|infinity|[0-9a-f]{8}-.*)");
    }
}
