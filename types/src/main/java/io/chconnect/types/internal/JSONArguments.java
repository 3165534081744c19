package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.JSONType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hints of a {@code JSON} type: limits, typed paths, paths to skip. */
final class JSONArguments {
    private final TypeNameCursor cursor;
    private final TypeNameParser parser;
    private final Map<String, DataType> typedPaths = new HashMap<>();
    private final List<String> skipPaths = new ArrayList<>();
    private final List<String> skipRegexps = new ArrayList<>();
    private int maxPaths = JSONType.DEFAULT_MAX_DYNAMIC_PATHS;
    private int maxTypes = JSONType.DEFAULT_MAX_DYNAMIC_TYPES;

    JSONArguments(TypeNameCursor cursor, TypeNameParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    /**
     * Parses the hints.
     *
     * @param start the token of the family
     * @return the type
     */
    DataType parse(Token start) {
        if (cursor.open()) {
            do {
                argument();
            } while (cursor.nextArgument());
        }
        return cursor.build(start, () -> new JSONType(maxPaths, maxTypes, typedPaths, skipPaths, skipRegexps));
    }

    private void argument() {
        // A path named SKIP needs quotes, unless it has the type of a path to skip: JSON(SKIP Int8) skips a path Int8.
        if (cursor.skipWord("SKIP")) {
            // The server prints a skipped path REGEXP without quotes.
            if (cursor.peek().isWord("REGEXP") && cursor.peekSecond().kind() == Token.Kind.STRING) {
                cursor.next();
                skipRegexps.add(cursor.next().text());
            } else {
                skipPaths.add(path());
            }
            return;
        }
        Token start = cursor.peek();
        String path = path();
        if (cursor.skip('=')) {
            limit(start, path);
        } else if (typedPaths.put(path, parser.type()) != null) {
            throw cursor.error(start, "the path " + Quoting.backticks(path) + " is there twice");
        }
    }

    private void limit(Token start, String parameter) {
        switch (parameter) {
            case "max_dynamic_paths" -> maxPaths = cursor.expectInt("a number of paths", JSONType.MAX_DYNAMIC_PATHS);
            case "max_dynamic_types" -> maxTypes = cursor.expectInt("a number of types", DynamicType.MAX_TYPES);
            default ->
                throw cursor.error(
                        start,
                        "expected max_dynamic_paths or max_dynamic_types, found " + Quoting.backticks(parameter));
        }
    }

    /** A path: names with points between them. */
    private String path() {
        StringBuilder path = new StringBuilder(cursor.expectName("a path").text());
        while (cursor.skip('.')) {
            path.append('.')
                    .append(cursor.expectName("the next part of the path").text());
        }
        return path.toString();
    }
}
