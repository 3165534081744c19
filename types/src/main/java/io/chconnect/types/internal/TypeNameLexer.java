package io.chconnect.types.internal;

import io.chconnect.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Splits a type name into tokens by the rules of the server's SQL lexer, as far as they matter to type names. */
final class TypeNameLexer {
    private static final String PUNCTUATION = "()[],.=+-";

    /** Blanks beyond ASCII that the server skips. */
    private static final String WIDE_BLANKS = "\u0085\u00a0\u1680\u180e\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060"
            + "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000\ufeff";

    private final String name;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private TypeNameLexer(String name) {
        this.name = name;
    }

    /**
     * Splits a name.
     *
     * @param name the type name
     * @return its tokens; the last one is the end
     * @throws ConfigurationException if a quote or comment is left open, or a character fits nowhere
     */
    static List<Token> tokens(String name) {
        TypeNameLexer lexer = new TypeNameLexer(name);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (skipBlanksAndComments()) {
            int start = position;
            char c = name.charAt(start);
            if (Quoting.isDigit(c) || (c == '.' && Quoting.isDigit(at(start + 1)) && !afterName())) {
                number();
            } else if (Quoting.isWordCharacter(c) || c == '$') {
                word();
            } else if (c == '\'') {
                quoted(Token.Kind.STRING, c);
            } else if (c == '`' || c == '"') {
                quoted(Token.Kind.QUOTED_NAME, c);
            } else if (PUNCTUATION.indexOf(c) >= 0) {
                punctuation(c);
            } else if (c == ';' && isRestBlank(start + 1)) {
                break;
            } else {
                throw error(start, "unexpected character '" + c + "'");
            }
        }
        tokens.add(new Token(Token.Kind.END, "", name.length()));
    }

    private void punctuation(char c) {
        tokens.add(new Token(Token.Kind.PUNCTUATION, String.valueOf(c), position));
        // The server takes == for =.
        position += c == '=' && at(position + 1) == '=' ? 2 : 1;
    }

    private void word() {
        int start = position;
        while (Quoting.isWordCharacter(at(position)) || at(position) == '$') {
            position++;
        }
        tokens.add(new Token(Token.Kind.WORD, name.substring(start, position), start));
    }

    private void number() {
        int start = position;
        boolean decimal = !(at(start) == '0' && "xXbB".indexOf(at(start + 1)) >= 0 && at(start + 1) != 0);
        while (Quoting.isWordCharacter(at(position))
                || (decimal && at(position) == '.')
                || (decimal && isExponentSign())) {
            position++;
        }
        String text = name.substring(start, position);
        // A path like a.1b has a word that begins with a digit.
        Token.Kind kind = NumberText.isNumber(text) ? Token.Kind.NUMBER : Token.Kind.WORD;
        if (kind == Token.Kind.WORD && !(afterDot() && text.chars().allMatch(c -> Quoting.isWordCharacter((char) c)))) {
            throw error(start, "'" + text + "' is neither a number nor a name");
        }
        tokens.add(new Token(kind, text, start));
    }

    private boolean isExponentSign() {
        char before = at(position - 1);
        return (at(position) == '-' || at(position) == '+') && (before == 'e' || before == 'E');
    }

    private void quoted(Token.Kind kind, char quote) {
        int start = position;
        QuotedText text = QuotedText.read(name, start, quote);
        if (text.error() != null) {
            throw error(start, text.error());
        }
        position = text.end();
        if (kind == Token.Kind.QUOTED_NAME && text.value().isEmpty()) {
            throw error(start, "a name must not be empty");
        }
        tokens.add(new Token(kind, text.value(), start));
    }

    /** Moves to the next token; false at the end. */
    private boolean skipBlanksAndComments() {
        while (position < name.length()) {
            char c = name.charAt(position);
            char next = at(position + 1);
            if (isBlank(c)) {
                position++;
            } else if ((c == '-' && next == '-')
                    || (c == '/' && next == '/')
                    || (c == '#' && (next == ' ' || next == '!'))) {
                int end = name.indexOf('\n', position);
                position = end < 0 ? name.length() : end + 1;
            } else if (c == '/' && next == '*') {
                skipBlockComment();
            } else {
                return true;
            }
        }
        return false;
    }

    /** Block comments nest. */
    private void skipBlockComment() {
        int start = position;
        int depth = 0;
        while (position < name.length()) {
            if (name.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (name.startsWith("*/", position)) {
                depth--;
                position += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                position++;
            }
        }
        throw error(start, "the comment is not closed");
    }

    private boolean afterDot() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is('.');
    }

    private boolean afterName() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isName();
    }

    private boolean isRestBlank(int from) {
        for (int i = from; i < name.length(); i++) {
            if (!isBlank(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (c > 0x7f && WIDE_BLANKS.indexOf(c) >= 0);
    }

    /** The character at an index; 0 beyond the end. */
    private char at(int index) {
        return index < name.length() ? name.charAt(index) : 0;
    }

    private ConfigurationException error(int start, String problem) {
        return TypeNameException.of(name, start, problem);
    }
}
