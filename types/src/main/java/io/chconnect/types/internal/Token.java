package io.chconnect.types.internal;

/**
 * A token of a type name.
 *
 * @param kind what it is
 * @param text the decoded text of identifiers and strings; of all others as written
 * @param start where it begins, in characters from 0
 */
record Token(Kind kind, String text, int start) {
    /** The kinds of tokens. */
    enum Kind {
        /** A bare word. */
        WORD,
        /** A name in backticks or double quotes. */
        QUOTED_NAME,
        /** A number without its sign. */
        NUMBER,
        /** A text in single quotes. */
        STRING,
        /** One of {@code ( ) [ ] , . = + -}. */
        PUNCTUATION,
        /** The end of the text. */
        END
    }

    boolean is(char punctuation) {
        return kind == Kind.PUNCTUATION && text.charAt(0) == punctuation;
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Whether this is a bare word, in any case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** The token as an error message shows it. */
    String describe() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the string " + Quoting.string(text);
            case QUOTED_NAME -> "the name " + Quoting.backticks(text);
            case WORD, NUMBER, PUNCTUATION -> "'" + text + "'";
        };
    }
}
