package io.chconnect.client.internal.insert;

import java.util.ArrayList;
import java.util.List;

/**
 * A table's name as its parts.
 *
 * @param database empty when the name has none
 * @param table the table's own name
 */
public record TableName(String database, String table) {
    /** The parts of a name as users write it, perhaps with a database and with quotes. */
    public static TableName parse(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (quote != 0 && c == '\\' && i + 1 < name.length()) {
                part.append(name.charAt(++i));
            } else if (quote != 0 && c == quote) {
                boolean doubled = i + 1 < name.length() && name.charAt(i + 1) == quote;
                if (doubled) {
                    part.append(c);
                    i++;
                } else {
                    quote = 0;
                }
            } else if (quote == 0 && (c == '`' || c == '"')) {
                quote = c;
            } else if (quote == 0 && c == '.') {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        String last = part.toString();
        return parts.isEmpty() ? new TableName("", last) : new TableName(String.join(".", parts), last.strip());
    }
}
