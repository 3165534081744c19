package io.chconnect.types.internal;

import io.chconnect.error.ConfigurationException;

/** Makes the errors of type names, all of one form. */
final class TypeNameException {
    /** The longest type name that a message shows, in characters. */
    private static final int MAX_SHOWN = 500;

    private TypeNameException() {}

    /**
     * The error for a name that is not a type.
     *
     * @param name the whole name
     * @param start where it goes wrong, in characters from 0
     * @param problem what was expected, or what is wrong
     * @return the exception to throw
     */
    static ConfigurationException of(String name, int start, String problem) {
        return new ConfigurationException(
                "Type name \"" + shorten(name) + "\" is wrong at position " + (start + 1) + ": " + problem);
    }

    /** The name, cut if it is long. */
    static String shorten(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…";
    }
}
