package io.chconnect.client;

import io.chconnect.client.internal.sql.Literals;
import java.util.Collection;
import java.util.Map;

/** Values of server settings as text. */
final class SettingText {
    private SettingText() {}

    static String of(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return value instanceof Map || value instanceof Collection ? Literals.of(value) : value.toString();
    }
}
