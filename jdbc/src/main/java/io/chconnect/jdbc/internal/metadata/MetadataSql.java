package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.internal.sql.Literals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries that lie beside this class. Their parameters become literals, since servers before 19.11 know no parameters. */
final class MetadataSql {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):String\\}");

    private MetadataSql() {}

    /** The text of a query with its parameters filled in. */
    static String of(String name, Map<String, String> parameters) {
        return PARAMETER.matcher(text(name)).replaceAll(found -> {
            String value = parameters.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The query " + name + " wants the parameter " + found.group(1));
            }
            return Matcher.quoteReplacement(Literals.text(value));
        });
    }

    private static String text(String name) {
        try (InputStream in = MetadataSql.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("The query " + name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The query " + name + " cannot be read", e);
        }
    }
}
