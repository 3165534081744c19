package io.chconnect.jdbc.internal.metadata;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the server can do, found out by the server itself: numbers of versions say little of forks and of settings. Each
 * question is asked once, when its answer is first wanted. Safe for use by many threads.
 */
public final class ServerAbilities {
    /** SQLSTATE of syntax errors and of names that are not known. */
    private static final String SYNTAX_CLASS = "42";

    private static final String NOT_SUPPORTED_CLASS = "0A";

    private final MetadataQueries queries;
    private final Map<String, Boolean> statements = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> columns;

    /** Asks by these queries. */
    public ServerAbilities(MetadataQueries queries) {
        this.queries = queries;
    }

    /** Whether a column of a system table, such as {@code tables.comment}, is there; only of tables that metadata reads. */
    boolean hasColumn(String column) throws SQLException {
        Set<String> known = columns;
        if (known == null) {
            known = new HashSet<>();
            for (var row : queries.rows(MetadataSql.of("system_columns", Map.of()))) {
                known.add(String.valueOf(row.getString("column")));
            }
            columns = known;
        }
        return known.contains(column);
    }

    /** Whether a query runs; false when the server does not understand it, or says that it is not supported. */
    boolean runs(String sql) throws SQLException {
        Boolean known = statements.get(sql);
        if (known == null) {
            known = tryOut(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private boolean tryOut(String sql) throws SQLException {
        try {
            queries.rows(sql);
            return true;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(SYNTAX_CLASS) || state.startsWith(NOT_SUPPORTED_CLASS)) {
                return false;
            }
            throw e;
        }
    }
}
