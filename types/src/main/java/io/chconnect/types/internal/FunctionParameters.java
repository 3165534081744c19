package io.chconnect.types.internal;

import io.chconnect.types.text.FloatText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an aggregate function, as literals: {@link BigInteger}, {@link Double}, {@link String}, {@link Boolean},
 * null, {@link List} for an array and {@link Group} for a tuple.
 */
public final class FunctionParameters {
    private static final BigInteger MAX_UINT64 = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger MIN_INT64 = BigInteger.valueOf(Long.MIN_VALUE);
    private static final int MAX_DEPTH = 50;

    private final TypeNameCursor cursor;
    private int depth;

    FunctionParameters(TypeNameCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * A tuple.
     *
     * @param values its elements
     */
    public record Group(List<@Nullable Object> values) {}

    /** Parses literals up to the closing parenthesis or bracket, which is taken too. */
    List<@Nullable Object> parse(char close) {
        List<@Nullable Object> values = new ArrayList<>();
        if (cursor.skip(close)) {
            return values;
        }
        do {
            values.add(literal());
        } while (cursor.skip(','));
        cursor.expect(close);
        return values;
    }

    private @Nullable Object literal() {
        Token token = cursor.next();
        if (token.is('-') || token.is('+')) {
            Object number = number(cursor.next());
            return token.is('+') ? number : negated(number);
        }
        if (token.is('[') || token.is('(')) {
            if (++depth > MAX_DEPTH) {
                throw cursor.error(token, "expected at most " + MAX_DEPTH + " literals within each other");
            }
            List<@Nullable Object> values = parse(token.is('[') ? ']' : ')');
            depth--;
            return token.is('[') ? values : new Group(values);
        }
        if (token.kind() == Token.Kind.STRING) {
            return token.text();
        }
        if (token.isWord("NULL")) {
            return null;
        }
        if (token.isWord("true") || token.isWord("false")) {
            return token.isWord("true");
        }
        return number(token);
    }

    private static Object negated(Object number) {
        if (number instanceof Double real) {
            return -real;
        }
        BigInteger value = ((BigInteger) number).negate();
        return value.compareTo(MIN_INT64) < 0 ? (Object) value.doubleValue() : value;
    }

    private Object number(Token token) {
        if (token.kind() == Token.Kind.NUMBER) {
            if (NumberText.isInteger(token.text())) {
                BigInteger value = NumberText.integer(token.text());
                return value.compareTo(MAX_UINT64) > 0 ? (Object) value.doubleValue() : value;
            }
            return Double.valueOf(token.text());
        }
        if (token.isWord("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (token.isWord("nan")) {
            return Double.NaN;
        }
        throw cursor.error(token, "expected a number or another literal, found " + token.describe());
    }

    /**
     * Literals as the server prints them, with commas.
     *
     * @param values the literals
     * @return their text
     */
    public static String text(List<@Nullable Object> values) {
        StringBuilder out = new StringBuilder();
        appendAll(out, values);
        return out.toString();
    }

    private static void appendAll(StringBuilder out, List<?> values) {
        String separator = "";
        for (@Nullable Object value : values) {
            out.append(separator);
            append(out, value);
            separator = ", ";
        }
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("NULL");
        } else if (value instanceof String text) {
            Quoting.append(out, text, '\'');
        } else if (value instanceof Double number) {
            int start = out.length();
            FloatText.append(out, number.doubleValue());
            // A number that would read back as an integer gets a point.
            if (out.chars().skip(start).allMatch(c -> c == '-' || Quoting.isDigit((char) c))) {
                out.append('.');
            }
        } else if (value instanceof List<?> list) {
            out.append('[');
            appendAll(out, list);
            out.append(']');
        } else if (value instanceof Group group) {
            out.append('(');
            appendAll(out, group.values());
            out.append(')');
        } else if (value instanceof BigInteger number && isWide(number)) {
            // Without quotes it would be read as a floating point number.
            Quoting.append(out, number.toString(), '\'');
        } else {
            out.append(value);
        }
    }

    private static boolean isWide(BigInteger number) {
        return number.compareTo(MIN_INT64) < 0 || number.compareTo(MAX_UINT64) > 0;
    }
}
