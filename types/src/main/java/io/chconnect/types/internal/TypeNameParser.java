package io.chconnect.types.internal;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The grammar of type names: a recursive descent, bounded in length and depth. */
public final class TypeNameParser {
    /** The longest name that is parsed, in characters. */
    public static final int MAX_LENGTH = 1 << 20;

    /** The deepest nesting of types. */
    public static final int MAX_DEPTH = 300;

    /** Words that the server never takes for a type, quoted or not. */
    private static final Set<String> NEVER_TYPES = Set.of(
            "ALIAS",
            "AUTO",
            "CODEC",
            "COMMENT",
            "DEFAULT",
            "EPHEMERAL",
            "MATERIALIZED",
            "NOT",
            "NULL",
            "PRIMARY",
            "SETTINGS",
            "TTL");

    private final TypeNameCursor cursor;
    private final TypeArguments arguments;
    private int depth;

    private TypeNameParser(String name) {
        this.cursor = new TypeNameCursor(name);
        this.arguments = new TypeArguments(cursor, this);
    }

    /**
     * Parses a whole type name.
     *
     * @param name the name
     * @return the type
     * @throws ConfigurationException if the name is not a type
     * @throws io.chconnect.error.UnsupportedTypeException if it is one of a family that is not known
     */
    public static DataType parse(String name) {
        if (name.length() > MAX_LENGTH) {
            throw TypeNameException.of(
                    name, MAX_LENGTH, "expected at most " + MAX_LENGTH + " characters, found " + name.length());
        }
        TypeNameParser parser = new TypeNameParser(name);
        DataType type = parser.type();
        parser.end();
        return type;
    }

    /**
     * Parses an aggregate function with its version, parameters and arguments.
     *
     * @param definition all between the parentheses of {@code AggregateFunction(…)}
     * @return the function
     * @throws ConfigurationException if it is not of that form
     */
    public static AggregateSignature signature(String definition) {
        TypeNameParser parser = new TypeNameParser("(" + definition + ")");
        AggregateSignature signature = new AggregateArguments(parser.cursor, parser).signature(true);
        parser.end();
        return signature;
    }

    private void end() {
        if (cursor.peek().kind() != Token.Kind.END) {
            throw cursor.expected("the end");
        }
    }

    /** Parses one type with its arguments. */
    DataType type() {
        Token first = familyWord();
        if (++depth > MAX_DEPTH) {
            throw cursor.error(first, "expected at most " + MAX_DEPTH + " types within each other");
        }
        String written = familyName(first);
        String family = TypeFamilies.find(written);
        if (family == null) {
            throw cursor.unsupported(first, "the type family " + Quoting.string(written) + " is not known");
        }
        DataType type = arguments.parse(family, first);
        depth--;
        return type;
    }

    private Token familyWord() {
        Token token = cursor.peek();
        if (!token.isName()
                || !token.text().chars().allMatch(c -> Quoting.isWordCharacter((char) c) || c == '$')
                || Quoting.isDigit(token.text().charAt(0))
                || NEVER_TYPES.contains(token.text().toUpperCase(Locale.ROOT))) {
            throw cursor.expected("a type");
        }
        return cursor.next();
    }

    /** The name with the words that belong to it, such as {@code DOUBLE PRECISION}. */
    private String familyName(Token first) {
        String word = first.text().toUpperCase(Locale.ROOT);
        String suffix = switch (word) {
            case "NATIONAL" -> nationalSuffix();
            case "BINARY", "CHAR", "CHARACTER", "NCHAR" -> characterSuffix();
            case "DOUBLE" -> oneOf("PRECISION");
            default -> TypeFamilies.isIntegerWord(word) ? integerSuffix() : null;
        };
        return suffix == null ? first.text() : word + " " + suffix;
    }

    private @Nullable String nationalSuffix() {
        String kind = oneOf("CHARACTER", "CHAR");
        if (kind == null) {
            return null;
        }
        // There is no NATIONAL CHAR LARGE OBJECT.
        String rest = kind.equals("CHAR") ? oneOf("VARYING") : characterSuffix();
        return rest == null ? kind : kind + " " + rest;
    }

    private @Nullable String characterSuffix() {
        if (cursor.peek().isWord("LARGE") && cursor.peekSecond().isWord("OBJECT")) {
            cursor.next();
            cursor.next();
            return "LARGE OBJECT";
        }
        return oneOf("VARYING");
    }

    private @Nullable String integerSuffix() {
        String sign = oneOf("SIGNED", "UNSIGNED");
        if (sign == null && cursor.skip('(')) {
            if (cursor.peek().kind() == Token.Kind.NUMBER) {
                cursor.next();
            }
            cursor.expect(')');
            sign = oneOf("SIGNED", "UNSIGNED");
        }
        return sign;
    }

    private @Nullable String oneOf(String... words) {
        for (String word : words) {
            if (cursor.skipWord(word)) {
                return word;
            }
        }
        return null;
    }
}
