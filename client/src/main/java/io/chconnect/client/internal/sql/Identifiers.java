package io.chconnect.client.internal.sql;

import java.util.List;
import java.util.stream.Collectors;

/** Names as SQL text. */
public final class Identifiers {
    private Identifiers() {}

    /** A name in backticks. */
    public static String quote(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    /** A table as users write it: with a dot or quotes it is SQL already, otherwise one plain name. */
    public static String table(String name) {
        return name.indexOf('.') >= 0 || name.indexOf('`') >= 0 || name.indexOf('"') >= 0 ? name : quote(name);
    }

    /** A list of names in parentheses. */
    public static String list(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
    }
}
