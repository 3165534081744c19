package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import io.chconnect.types.FloatType;
import io.chconnect.types.GeoType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.value.IntervalUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types without parameters, some of which take arguments for the sake of other databases and ignore them. */
final class PlainArguments {
    private static final Map<String, DataType> TYPES = types();

    private final TypeNameCursor cursor;

    PlainArguments(TypeNameCursor cursor) {
        this.cursor = cursor;
    }

    /** Parses what may follow the family, and gives its type. */
    DataType parse(String family) {
        DataType type = TYPES.get(family);
        if (type == null) {
            throw new IllegalStateException("no rule for the arguments of " + family);
        }
        int allowed = ignoredArguments(type);
        if (cursor.open()) {
            if (allowed == 0) {
                throw cursor.expected("')', as " + family + " has no arguments");
            }
            argument(type);
            int count = 1;
            while (cursor.nextArgument()) {
                if (++count > allowed) {
                    throw cursor.expected("')', as " + family + " takes at most " + allowed + " arguments");
                }
                argument(type);
            }
        }
        return type;
    }

    private static int ignoredArguments(DataType type) {
        if (type instanceof FloatType) {
            return 2;
        }
        return type instanceof IntegerType || type == SimpleType.STRING ? 1 : 0;
    }

    private void argument(DataType type) {
        if (type == SimpleType.STRING) {
            cursor.expectInt("a length", Integer.MAX_VALUE);
            return;
        }
        Token token = cursor.next();
        if (token.is('-') || token.is('+')) {
            token = cursor.next();
        }
        if (token.kind() == Token.Kind.PUNCTUATION || token.kind() == Token.Kind.END) {
            throw cursor.error(token, "expected a number, found " + token.describe());
        }
    }

    private static Map<String, DataType> types() {
        Map<String, DataType> types = new HashMap<>();
        PlainTypes.all().forEach(type -> types.put(type.name(), type));
        List.of(
                        GeoType.POINT,
                        GeoType.RING,
                        GeoType.LINE_STRING,
                        GeoType.MULTI_LINE_STRING,
                        GeoType.POLYGON,
                        GeoType.MULTI_POLYGON)
                .forEach(type -> types.put(type.name(), type));
        for (IntervalUnit unit : IntervalUnit.values()) {
            DataType type = new IntervalType(unit);
            types.put(type.name(), type);
        }
        return Map.copyOf(types);
    }
}
