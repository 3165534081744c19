package io.chconnect.types;

import io.chconnect.types.internal.Quoting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How names and texts are quoted and ordered inside type names. */
final class TypeNames {
    /** The order of the texts' UTF-8 bytes, in which the server sorts. */
    static final Comparator<String> BYTE_ORDER = TypeNames::compareBytes;

    private TypeNames() {}

    static String quote(String text) {
        return Quoting.string(text);
    }

    static String identifier(String name) {
        return Quoting.identifier(name);
    }

    static String json(JSONType type) {
        List<String> arguments = new ArrayList<>();
        if (type.maxDynamicTypes() != JSONType.DEFAULT_MAX_DYNAMIC_TYPES) {
            arguments.add("max_dynamic_types=" + type.maxDynamicTypes());
        }
        if (type.maxDynamicPaths() != JSONType.DEFAULT_MAX_DYNAMIC_PATHS) {
            arguments.add("max_dynamic_paths=" + type.maxDynamicPaths());
        }
        type.typedPaths().forEach((path, pathType) -> arguments.add(typedPath(path) + " " + pathType.name()));
        type.skipPaths().forEach(path -> arguments.add("SKIP " + identifier(path)));
        type.skipRegexps().forEach(regexp -> arguments.add("SKIP REGEXP " + quote(regexp)));
        return arguments.isEmpty() ? "JSON" : "JSON(" + String.join(", ", arguments) + ")";
    }

    private static String typedPath(String path) {
        return path.toUpperCase(Locale.ROOT).equals("SKIP") ? Quoting.backticks(path) : identifier(path);
    }

    /** Differs from {@link String#compareTo} for characters beyond the basic plane, whose UTF-16 form sorts too early. */
    private static int compareBytes(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean aBeyond = Character.isSurrogate(a);
                boolean bBeyond = Character.isSurrogate(b);
                return aBeyond == bBeyond ? Character.compare(a, b) : aBeyond ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
