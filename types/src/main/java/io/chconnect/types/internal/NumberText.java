package io.chconnect.types.internal;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they may be written in type names. */
final class NumberText {
    private static final Pattern INTEGER =
            Pattern.compile("0[xX](?<hex>[0-9a-fA-F_]+)|0[bB](?<binary>[01_]+)|(?<decimal>[0-9][0-9_]*)");
    private static final Pattern FLOAT = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    /** More digits than this cannot be a number the server accepts anywhere. */
    private static final int MAX_LENGTH = 400;

    private NumberText() {}

    static boolean isNumber(String text) {
        return text.length() <= MAX_LENGTH
                && (INTEGER.matcher(text).matches() || FLOAT.matcher(text).matches());
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    /** The value of a text for which {@link #isInteger} holds. */
    static BigInteger integer(String text) {
        Matcher matcher = INTEGER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an integer: " + text);
        }
        String hex = matcher.group("hex");
        String binary = matcher.group("binary");
        String digits = hex != null ? hex : binary != null ? binary : matcher.group("decimal");
        String plain = digits.replace("_", "");
        return plain.isEmpty() ? BigInteger.ZERO : new BigInteger(plain, hex != null ? 16 : binary != null ? 2 : 10);
    }
}
