package io.chconnect.client.internal.insert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a table knows an insert that comes again by its token. */
public final class Deduplication {
    /** Answers one row per table of a name: engine and engine_full. */
    public static final String QUESTION = "SELECT engine, engine_full FROM system.tables WHERE name = {name:String}"
            + " AND database = if({database:String} = '', currentDatabase(), {database:String})";

    private static final Pattern PLAIN_WINDOW = Pattern.compile("\\bnon_replicated_deduplication_window = (\\d+)");
    private static final Pattern REPLICATED_WINDOW = Pattern.compile("\\breplicated_deduplication_window = (\\d+)");

    private Deduplication() {}

    /** Judges by the engine and its full text. */
    public static boolean of(String engine, String full) {
        if (!engine.endsWith("MergeTree")) {
            return false;
        }
        String settings = full.substring(Math.max(0, full.lastIndexOf(" SETTINGS ")));
        if (engine.startsWith("Replicated") || engine.startsWith("Shared")) {
            Matcher window = REPLICATED_WINDOW.matcher(settings);
            return !window.find() || !isZero(window.group(1));
        }
        Matcher window = PLAIN_WINDOW.matcher(settings);
        return window.find() && !isZero(window.group(1));
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }
}
