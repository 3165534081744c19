package io.chconnect.embedded;

import io.chconnect.error.ConfigurationException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of statements say about formats. */
final class RawStatements {
    /** The engine writes each chunk for itself, so that others would have a head or an end in each. */
    private static final Set<String> STREAMED = Set.of(
            "tabseparated",
            "tsv",
            "tabseparatedraw",
            "tsvraw",
            "csv",
            "jsoneachrow",
            "jsonlines",
            "ndjson",
            "jsoncompacteachrow",
            "jsonstringseachrow",
            "rowbinary",
            "native",
            "rawblob",
            "lineasstring",
            "null");

    private static final Pattern FORMAT_WORD = Pattern.compile("(?i)\\bFORMAT\\b");
    private static final Pattern TOTALS_WORD = Pattern.compile("(?i)\\b(?:TOTALS|EXTREMES)\\b");
    private static final Pattern LAST_FORMAT = Pattern.compile("(?is)(.*\\S)\\s+FORMAT\\s+([A-Za-z0-9_]+)\\s*;?\\s*");

    private RawStatements() {}

    /** Whether the chunks of an answer, one behind the other, are the answer. */
    static boolean streamed(String sql, String format) {
        return STREAMED.contains(format.toLowerCase(Locale.ROOT))
                && !FORMAT_WORD.matcher(sql).find()
                && !TOTALS_WORD.matcher(sql).find();
    }

    /**
     * An insert and its format.
     *
     * @param sql without its FORMAT clause
     * @param format the format of the clause
     */
    record Insert(String sql, String format) {
        static Insert of(String text) {
            Matcher matcher = LAST_FORMAT.matcher(text);
            if (!matcher.matches()) {
                throw new ConfigurationException(
                        "An insert of raw data into the embedded engine needs a FORMAT clause at"
                                + " its end, as in INSERT INTO t FORMAT CSV");
            }
            return new Insert(matcher.group(1), matcher.group(2));
        }
    }
}
