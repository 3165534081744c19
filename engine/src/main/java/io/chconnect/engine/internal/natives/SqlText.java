package io.chconnect.engine.internal.natives;

import io.chconnect.error.ConfigurationException;
import java.util.regex.Pattern;

/** Texts inside of statements. */
public final class SqlText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SqlText() {}

    /**
     * A string literal.
     *
     * @param text its value
     * @return quoted
     */
    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * A setting's name.
     *
     * @param name the name
     * @return the same
     * @throws ConfigurationException when it cannot be one
     */
    public static String settingName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException("\"" + name + "\" is not the name of a setting");
        }
        return name;
    }
}
