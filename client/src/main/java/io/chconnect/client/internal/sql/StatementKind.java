package io.chconnect.client.internal.sql;

import java.util.Optional;
import java.util.Set;

/** What statements do, as far as their first words tell. */
public final class StatementKind {
    private static final Set<String> READING =
            Set.of("SELECT", "SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN", "FROM", "WITH", "CHECK");
    private static final Set<String> OTHERS = Set.of(
            "INSERT",
            "CREATE",
            "ALTER",
            "DROP",
            "UNDROP",
            "TRUNCATE",
            "RENAME",
            "EXCHANGE",
            "REPLACE",
            "ATTACH",
            "DETACH",
            "DELETE",
            "UPDATE",
            "OPTIMIZE",
            "KILL",
            "SET",
            "USE",
            "SYSTEM",
            "GRANT",
            "REVOKE",
            "MOVE",
            "BACKUP",
            "RESTORE",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "EXECUTE",
            "CALL",
            "WATCH");
    private static final Set<String> DESCRIBABLE = Set.of("SELECT", "WITH", "EXPLAIN", "FROM");

    private StatementKind() {}

    /**
     * Whether a statement certainly changes nothing, so that running it twice does no harm.
     *
     * @param sql the statement
     * @return false when in doubt
     */
    public static boolean reads(String sql) {
        StatementText statement = StatementText.of(sql);
        String first = statement.firstWord();
        boolean mayLeadToAnInsert = first.equals("WITH") || first.equals("EXPLAIN");
        return READING.contains(first) && !statement.isSeveral() && !(mayLeadToAnInsert && statement.hasWord("INSERT"));
    }

    /**
     * The word that names the statement, one of few.
     *
     * @param sql the statement
     * @return in upper case; empty when it is none of ClickHouse's statements
     */
    public static String name(String sql) {
        String word = StatementText.of(sql).firstWord();
        return switch (word) {
            case "FROM" -> "SELECT";
            case "WITH" -> reads(sql) ? "SELECT" : "INSERT";
            case "DESC" -> "DESCRIBE";
            default -> READING.contains(word) || OTHERS.contains(word) ? word : "";
        };
    }

    /**
     * The statement that asks what columns a query has, without running it.
     *
     * @param sql the statement
     * @return empty for a statement that is no query
     */
    public static Optional<String> describing(String sql) {
        StatementText statement = StatementText.of(sql);
        return DESCRIBABLE.contains(statement.firstWord()) && !statement.isInsert()
                ? Optional.of("DESCRIBE TABLE (" + statement.withoutTerminator() + ")")
                : Optional.empty();
    }
}
