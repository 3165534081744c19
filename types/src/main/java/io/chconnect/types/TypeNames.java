package io.chconnect.types;

/** How names and texts are quoted inside type names. */
final class TypeNames {
    private TypeNames() {}

    static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String identifier(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? name
                : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    static String json(JSONType type) {
        return "JSON";
    }
}
