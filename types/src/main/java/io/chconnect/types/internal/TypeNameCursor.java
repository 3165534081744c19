package io.chconnect.types.internal;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** A place among the tokens of one type name, with the errors that name it. */
final class TypeNameCursor {
    private final String name;
    private final List<Token> tokens;
    private int index;

    TypeNameCursor(String name) {
        this.name = name;
        this.tokens = TypeNameLexer.tokens(name);
    }

    Token peek() {
        return tokens.get(index);
    }

    /** The token after the next one. */
    Token peekSecond() {
        return tokens.get(Math.min(index + 1, tokens.size() - 1));
    }

    /** Takes a token; the end is never passed. */
    Token next() {
        Token token = tokens.get(index);
        if (token.kind() != Token.Kind.END) {
            index++;
        }
        return token;
    }

    boolean skip(char punctuation) {
        boolean found = peek().is(punctuation);
        if (found) {
            index++;
        }
        return found;
    }

    boolean skipWord(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            index++;
        }
        return found;
    }

    void expect(char punctuation) {
        if (!skip(punctuation)) {
            throw expected("'" + punctuation + "'");
        }
    }

    Token expect(Token.Kind kind, String description) {
        if (peek().kind() != kind) {
            throw expected(description);
        }
        return next();
    }

    Token expectName(String description) {
        if (!peek().isName()) {
            throw expected(description);
        }
        return next();
    }

    /** Takes an opening parenthesis; false when there are no arguments, or none within {@code ()}. */
    boolean open() {
        return skip('(') && !skip(')');
    }

    /** Takes the closing parenthesis after the last argument. */
    void close() {
        if (nextArgument()) {
            throw expected("')'");
        }
    }

    /**
     * Goes on within parentheses: after an argument either a comma and another one, or the end. One comma may stand before
     * the closing parenthesis.
     *
     * @return true when another argument follows; false when the closing parenthesis has been taken
     */
    boolean nextArgument() {
        if (skip(',') && !peek().is(')')) {
            return true;
        }
        if (!skip(')')) {
            throw expected("',' or ')'");
        }
        return false;
    }

    /** Takes an unsigned integer. */
    int expectInt(String description, int max) {
        Token token = expect(Token.Kind.NUMBER, description);
        if (!NumberText.isInteger(token.text())
                || NumberText.integer(token.text()).bitLength() > 31) {
            throw error(token, "expected " + description + ", found " + token.describe());
        }
        long value = NumberText.integer(token.text()).longValue();
        if (value > max) {
            throw error(token, "expected " + description + " of at most " + max + ", found " + value);
        }
        return (int) value;
    }

    ConfigurationException expected(String description) {
        return error(peek(), "expected " + description + ", found " + peek().describe());
    }

    ConfigurationException error(Token at, String problem) {
        return TypeNameException.of(name, at.start(), problem);
    }

    /** Builds a value whose own checks do not know the place. */
    <T> T build(Token at, Supplier<T> builder) {
        try {
            return builder.get();
        } catch (ConfigurationException e) {
            throw TypeNameException.of(name, at.start(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The error for a type that this version does not know. It is an unsupported type only if the rest of the name can be
     * one: a broken name is reported as broken.
     */
    RuntimeException unsupported(Token at, String problem) {
        Deque<String> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.is('(') || token.is('[')) {
                open.push(token.is('(') ? ")" : "]");
            } else if ((token.is(')') || token.is(']')) && !token.text().equals(open.poll())) {
                return error(token, "there is nothing that " + token.describe() + " could close");
            }
        }
        if (!open.isEmpty()) {
            return error(tokens.get(tokens.size() - 1), "expected '" + open.peek() + "', found the end");
        }
        return new UnsupportedTypeException(
                null,
                TypeNameException.shorten(name),
                problem + " at position " + (at.start() + 1)
                        + "; check the spelling, or convert the value in the statement, for example with toString");
    }
}
