package io.chconnect.jooq.internal.type;

import io.chconnect.jdbc.TypedValue;
import io.chconnect.types.AggregateFunctionType;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.text.ValueText;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.TypedVariant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of types that the text of a parameter alone would not give: the member of a Variant or Dynamic goes with its own
 * type, and is made one of the type wanted by the statement.
 */
final class Placeholders {
    private static final Set<TypeKind> BY_MEMBER = Set.of(TypeKind.VARIANT, TypeKind.DYNAMIC, TypeKind.GEOMETRY);

    private Placeholders() {}

    /** The SQL in place of a parameter's question mark. */
    static String around(DataType type, Object value, String variable) {
        if (type instanceof AggregateFunctionType || isMember(type) || goesAsAnother(type, value)) {
            return "CAST(" + variable + ", " + Literals.text(type.name()) + ")";
        }
        return variable;
    }

    /** What {@code setObject} is given. */
    static @Nullable Object parameter(DataType type, Object value) {
        if (type instanceof AggregateFunctionType || value instanceof Interval) {
            return value;
        }
        if (isMember(type)) {
            TypedVariant member = Members.of(stored(type), value);
            return parameter(member.type(), member.value());
        }
        if (value instanceof byte[] && (unwrapped(type) == SimpleType.STRING)) {
            return value;
        }
        if (inLastSecondBefore1970(type, value)) {
            return new TypedValue(new DateTime64Type(9, "UTC"), value);
        }
        if (losesDimensions(type, value)) {
            return new TypedValue(SimpleType.STRING, ValueText.of(type, Members.stored(type, value)));
        }
        return new TypedValue(type, value);
    }

    private static boolean goesAsAnother(DataType type, Object value) {
        return inLastSecondBefore1970(type, value) || losesDimensions(type, value);
    }

    /** The server takes an array of empty arrays for one with fewer dimensions. */
    private static boolean losesDimensions(DataType type, Object value) {
        return type instanceof ArrayType array
                && array.element() instanceof ArrayType
                && value instanceof Collection<?> items
                && (items.isEmpty() || items.stream().anyMatch(Placeholders::isEmptyWithin));
    }

    private static boolean isEmptyWithin(Object value) {
        return value instanceof Collection<?> items
                && (items.isEmpty() || items.stream().anyMatch(Placeholders::isEmptyWithin));
    }

    /** The text of a parameter loses the sign of it, where the type has no zone. */
    private static boolean inLastSecondBefore1970(DataType type, Object value) {
        return unwrapped(type) instanceof DateTime64Type time
                && time.zone() == null
                && !(value instanceof LocalDateTime)
                && Members.stored(unwrapped(type), value) instanceof ZonedDateTime point
                && point.toEpochSecond() == -1;
    }

    private static boolean isMember(DataType type) {
        return BY_MEMBER.contains(stored(type).kind());
    }

    private static DataType stored(DataType type) {
        return type instanceof SimpleAggregateFunctionType aggregate ? aggregate.storage() : type;
    }

    private static DataType unwrapped(DataType type) {
        return type instanceof NullableType nullable ? nullable.inner() : type;
    }
}
