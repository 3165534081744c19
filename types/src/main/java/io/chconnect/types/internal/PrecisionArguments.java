package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import io.chconnect.types.DecimalType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.Time64Type;
import org.jspecify.annotations.Nullable;

/** The arguments of families with a length, precision, scale or zone. */
final class PrecisionArguments {
    private static final int MAX_SCALE = 9;

    /** The server's limit. */
    private static final int MAX_FIXED_STRING = 0xff_ffff;

    private final TypeNameCursor cursor;

    PrecisionArguments(TypeNameCursor cursor) {
        this.cursor = cursor;
    }

    /** Parses the arguments of a family; null if it is none of these. */
    @Nullable
    DataType parse(String family, Token start) {
        return switch (family) {
            case "FixedString" -> fixedString(start);
            case "Decimal" -> decimal(start);
            case "Decimal32" -> scaled(start, 9);
            case "Decimal64" -> scaled(start, 18);
            case "Decimal128" -> scaled(start, 38);
            case "Decimal256" -> scaled(start, DecimalType.MAX_PRECISION);
            case "DateTime", "DateTime32", "DateTime64" -> dateTime(family);
            case "Time", "Time64" -> time(family);
            default -> null;
        };
    }

    private DataType fixedString(Token start) {
        cursor.expect('(');
        int length = cursor.expectInt("a length in bytes", MAX_FIXED_STRING);
        cursor.close();
        return cursor.build(start, () -> new FixedStringType(length));
    }

    private DataType decimal(Token start) {
        int precision = 10;
        int scale = 0;
        if (cursor.open()) {
            precision = cursor.expectInt("a precision", DecimalType.MAX_PRECISION);
            if (cursor.nextArgument()) {
                scale = cursor.expectInt("a scale", DecimalType.MAX_PRECISION);
                cursor.close();
            }
        }
        int digits = precision;
        int fraction = scale;
        return cursor.build(start, () -> new DecimalType(digits, fraction));
    }

    private DataType scaled(Token start, int precision) {
        cursor.expect('(');
        int scale = cursor.expectInt("a scale", DecimalType.MAX_PRECISION);
        cursor.close();
        return cursor.build(start, () -> new DecimalType(precision, scale));
    }

    /** {@code DateTime(3, 'UTC')} is a {@code DateTime64}. */
    private DataType dateTime(String family) {
        boolean fraction = family.equals("DateTime64");
        int precision = 3;
        String zone = null;
        if (cursor.open()) {
            if (!family.equals("DateTime32") && cursor.peek().kind() == Token.Kind.NUMBER) {
                fraction = true;
                precision = cursor.expectInt("a precision", MAX_SCALE);
                zone = cursor.nextArgument() ? zone() : null;
            } else if (!fraction) {
                zone = zone();
            } else {
                throw cursor.expected("a precision of 0 to 9");
            }
        }
        return fraction ? new DateTime64Type(precision, zone) : new DateTimeType(zone);
    }

    private String zone() {
        Token token = cursor.expect(Token.Kind.STRING, "a time zone in quotes");
        cursor.close();
        return token.text();
    }

    private DataType time(String family) {
        if (!cursor.open()) {
            return family.equals("Time") ? SimpleType.TIME : new Time64Type(3);
        }
        int precision = cursor.expectInt("a precision", MAX_SCALE);
        cursor.close();
        return new Time64Type(precision);
    }
}
