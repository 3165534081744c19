package io.chconnect.error;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error text of the server, taken apart: {@code Code: 60. DB::Exception: Table x does not exist. (UNKNOWN_TABLE)
 * (version 26.7.2.1)}.
 *
 * @param code the number of the error, 0 when the text names none
 * @param name the symbolic name, such as {@code UNKNOWN_TABLE}, or null when the text names none
 * @param version the server's version, or null when the text names none
 * @param message the text without code prefix, name and version
 */
public record ServerError(
        int code, @Nullable String name, @Nullable String version, String message) {
    private static final Pattern CODE = Pattern.compile("^\\s*Code: (\\d{1,9})\\.?\\s*(?:DB::Exception: )?");
    private static final Pattern VERSION = Pattern.compile("\\s*\\(version ([^()]*(?:\\([^()]*\\)[^()]*)*)\\)\\s*$");
    private static final Pattern NAME = Pattern.compile("\\s*\\(([A-Z][A-Z0-9_]+)\\)\\s*$");

    /** The longest message kept, in characters. */
    public static final int MAX_MESSAGE_LENGTH = 16 * 1024;

    /**
     * Takes an error text apart. Never fails: what is not recognised stays in the message.
     *
     * @param text the server's text
     * @return its parts
     */
    public static ServerError parse(String text) {
        return parse(text, 0);
    }

    /**
     * Takes an error text apart.
     *
     * @param text the server's text
     * @param knownCode the code that came beside the text, for example in a header; 0 when there was none
     * @return its parts
     */
    public static ServerError parse(String text, int knownCode) {
        return parse(text, knownCode, UnaryOperator.identity());
    }

    /**
     * Takes an error text apart whose message holds what must not be shown.
     *
     * @param text the server's text
     * @param knownCode the code that came beside the text; 0 when there was none
     * @param cleaner takes secrets out of the message; code, name and version stay as they are
     * @return the error
     */
    public static ServerError parse(String text, int knownCode, UnaryOperator<String> cleaner) {
        String rest = text.strip();
        int code = knownCode;
        Matcher matcher = CODE.matcher(rest);
        if (matcher.find()) {
            code = knownCode != 0 ? knownCode : Integer.parseInt(matcher.group(1));
            rest = rest.substring(matcher.end());
        }
        String version = null;
        matcher = VERSION.matcher(rest);
        if (matcher.find()) {
            version = matcher.group(1);
            rest = rest.substring(0, matcher.start());
        }
        String name = null;
        matcher = NAME.matcher(rest);
        if (matcher.find()) {
            name = matcher.group(1);
            rest = rest.substring(0, matcher.start());
        }
        rest = cleaner.apply(rest);
        if (rest.length() > MAX_MESSAGE_LENGTH) {
            rest = rest.substring(0, MAX_MESSAGE_LENGTH) + "… (" + rest.length() + " characters)";
        }
        return new ServerError(code, name, version, rest);
    }

    /**
     * The error as one line: code, name, message.
     *
     * @return never empty
     */
    public String describe() {
        return "ClickHouse error " + code + (name == null ? "" : " " + name) + ": " + message;
    }
}
