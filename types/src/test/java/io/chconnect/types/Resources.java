package io.chconnect.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the golden files of this module's tests. */
public final class Resources {
    private Resources() {}

    /** The lines of a file beside this class. */
    public static List<String> lines(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of a line, with the escapes of TabSeparated undone. */
    public static List<String> fields(String line) {
        return List.of(line.split("\t", -1)).stream().map(Resources::unescape).toList();
    }

    /** A text with the escapes of TabSeparated undone. */
    public static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                char escaped = text.charAt(i);
                c = switch (escaped) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case '0' -> '\0';
                    default -> escaped;
                };
            }
            out.append(c);
        }
        return out.toString();
    }
}
