package io.chconnect.types.internal;

import java.util.HashSet;
import java.util.Set;

/** The names of a tuple's elements: all or none have one, and each only one. */
final class ElementNames {
    private final TypeNameCursor cursor;
    private final Set<String> names = new HashSet<>();

    ElementNames(TypeNameCursor cursor) {
        this.cursor = cursor;
    }

    void add(Token token) {
        if (!names.add(token.text())) {
            throw cursor.error(token, "the element name " + Quoting.backticks(token.text()) + " is there twice");
        }
    }

    void checkAllOrNone(Token start, int elementCount) {
        if (!names.isEmpty() && names.size() != elementCount) {
            throw cursor.error(start, "either all elements have a name or none has");
        }
    }
}
