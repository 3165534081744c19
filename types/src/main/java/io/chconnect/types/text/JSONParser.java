package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of JSON objects (RFC 8259). Whole numbers become Long, or BigInteger where they do not fit; other numbers
 * Double, or BigDecimal where a Double would lose digits; the rest String, Boolean, List, Map and null. Where a name stands
 * twice, once for a value and once for an object, the object's values stand beside the value as {@code name.inner}.
 */
public final class JSONParser {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_DIGITS = 1000;

    /** Up to as many digits, every decimal number has a double of its own, but for those near 0. */
    private static final int EXACT_DIGITS = 15;

    private final String text;
    private int position;
    private int depth;

    private JSONParser(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @param text the text of one JSON object, with white space around it or not
     * @return its values by their names, unmodifiable, in the order of the text
     * @throws ConversionException if the text is not a JSON object, or a name stands twice in an object for
     *     values of the same kind
     */
    public static Map<String, @Nullable Object> object(String text) {
        JSONParser parser = new JSONParser(text);
        parser.skipSpace();
        if (parser.peek() != '{') {
            throw parser.expected("an object");
        }
        Map<String, @Nullable Object> object = parser.object();
        parser.skipSpace();
        if (parser.position < text.length()) {
            throw parser.expected("the end");
        }
        return object;
    }

    private @Nullable Object value() {
        char next = peek();
        return switch (next) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        skipSpace();
        if (peek() == '}') {
            position++;
        } else {
            char end;
            do {
                skipSpace();
                int start = position;
                String name = string();
                skipSpace();
                take(':');
                skipSpace();
                Object value = value();
                if (!put(object, name, value)) {
                    position = start;
                    throw expected("another name than " + name + ", which stands there already,");
                }
                skipSpace();
                end = takeOneOf(',', '}');
            } while (end == ',');
        }
        depth--;
        return Collections.unmodifiableMap(object);
    }

    /** The server's own texts have a name twice where a path is both a value and an object. */
    private static boolean put(Map<String, @Nullable Object> object, String name, @Nullable Object value) {
        if (!object.containsKey(name)) {
            object.put(name, value);
            return true;
        }
        Object before = object.get(name);
        if (before instanceof Map == value instanceof Map) {
            return false;
        }
        object.put(name, before instanceof Map ? value : before);
        Map<?, ?> inner = (Map<?, ?>) Objects.requireNonNull(before instanceof Map ? before : value);
        for (Map.Entry<?, ?> entry : inner.entrySet()) {
            if (!put(object, name + "." + entry.getKey(), entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> array = new ArrayList<>();
        skipSpace();
        if (peek() == ']') {
            position++;
        } else {
            char end;
            do {
                skipSpace();
                array.add(value());
                skipSpace();
                end = takeOneOf(',', ']');
            } while (end == ',');
        }
        depth--;
        return Collections.unmodifiableList(array);
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw expected("at most " + MAX_DEPTH + " values within each other");
        }
        position++;
    }

    private String string() {
        take('"');
        int start = position;
        while (peek() != '"' && peek() != '\\') {
            plain();
        }
        if (peek() == '"') {
            return text.substring(start, position++);
        }
        StringBuilder out = new StringBuilder().append(text, start, position);
        while (peek() != '"') {
            if (peek() == '\\') {
                position++;
                out.append(escaped());
            } else {
                out.append(plain());
            }
        }
        position++;
        return out.toString();
    }

    private char plain() {
        char c = peek();
        if (c < ' ') {
            throw expected("a character of a string");
        }
        position++;
        return c;
    }

    private char escaped() {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> {
                position--;
                throw expected("an escape");
            }
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits");
            }
            code = code * 16 + digit;
            position++;
        }
        return (char) code;
    }

    private Object number() {
        int start = position;
        boolean whole = true;
        if (peek() == '-') {
            position++;
        }
        int first = position;
        digits();
        if (position - first > 1 && text.charAt(first) == '0') {
            position = first;
            throw expected("a number without leading zeros");
        }
        if (at('.')) {
            whole = false;
            position++;
            digits();
        }
        if (at('e') || at('E')) {
            whole = false;
            position++;
            if (at('+') || at('-')) {
                position++;
            }
            digits();
        }
        String number = text.substring(start, position);
        return whole ? wholeNumber(number) : fraction(number);
    }

    private static Object wholeNumber(String number) {
        if (number.length() <= 18) {
            return Long.parseLong(number);
        }
        BigInteger value = new BigInteger(number);
        return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
    }

    private Object fraction(String number) {
        double value = Double.parseDouble(number);
        if (number.length() <= EXACT_DIGITS && Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL) {
            return value;
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw expected("an exponent of fewer digits just before here, not " + number + ",");
        }
        boolean same = Double.isFinite(value) && exact.compareTo(new BigDecimal(Double.toString(value))) == 0;
        return same ? (Object) value : exact;
    }

    private void digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (position == start) {
            throw expected("a value");
        }
        if (position - start > MAX_DIGITS) {
            throw expected("a number of at most " + MAX_DIGITS + " digits");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, position)) {
            throw expected("a value");
        }
        position += word.length();
        return value;
    }

    private boolean at(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private char peek() {
        if (position >= text.length()) {
            throw expected("more");
        }
        return text.charAt(position);
    }

    private void take(char c) {
        if (peek() != c) {
            throw expected("'" + c + "'");
        }
        position++;
    }

    private char takeOneOf(char first, char second) {
        char c = peek();
        if (c != first && c != second) {
            throw expected("'" + first + "' or '" + second + "'");
        }
        position++;
        return c;
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private ConversionException expected(String what) {
        return ConversionException.of(text, "JSON", "expected " + what + " at character " + (position + 1));
    }
}
