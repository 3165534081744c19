package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlScanner;
import io.chconnect.client.internal.sql.SqlToken;
import io.chconnect.client.internal.sql.SqlToken.Kind;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JDBC's escapes, {@code {d '…'}}, {@code {t '…'}}, {@code {ts '…'}}, {@code {fn …}}, {@code {oj …}}, {@code {escape '…'}}
 * and {@code {limit …}}, as ClickHouse's SQL. Everything else in braces, such as {@code {name:Type}} and maps, stays.
 */
public final class JdbcEscapes {
    /** Functions that have another name in ClickHouse. */
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("CURDATE", "today"),
            Map.entry("CURRENT_DATE", "today"),
            Map.entry("CURRENT_TIMESTAMP", "now"),
            Map.entry("DATABASE", "currentDatabase"),
            Map.entry("USER", "currentUser"),
            Map.entry("IFNULL", "ifNull"),
            Map.entry("RAND", "randCanonical"),
            Map.entry("TRUNCATE", "trunc"),
            Map.entry("UCASE", "upper"),
            Map.entry("LCASE", "lower"),
            Map.entry("CHAR_LENGTH", "lengthUTF8"),
            Map.entry("CHARACTER_LENGTH", "lengthUTF8"),
            Map.entry("LENGTH", "lengthUTF8"));

    private final String sql;
    private final List<SqlToken> tokens;
    private final StringBuilder out = new StringBuilder();
    private int copied;
    private int at;

    private JdbcEscapes(String sql) {
        this.sql = sql;
        this.tokens = SqlScanner.scanWithoutComments(sql);
    }

    /** The text with its escapes translated. */
    public static String translate(String sql) throws SQLException {
        if (sql.indexOf('{') < 0) {
            return sql;
        }
        JdbcEscapes escapes = new JdbcEscapes(sql);
        while (escapes.at < escapes.tokens.size()) {
            escapes.step();
        }
        return escapes.out.append(sql, escapes.copied, sql.length()).toString();
    }

    private void step() throws SQLException {
        SqlToken token = tokens.get(at++);
        if (!token.isSymbol(sql, '{') || at >= tokens.size() || tokens.get(at).kind() != Kind.WORD) {
            return;
        }
        String word = tokens.get(at).text(sql).toLowerCase(Locale.ROOT);
        // A colon makes it a parameter of ClickHouse's own.
        if (at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(sql, ':')) {
            return;
        }
        switch (word) {
            case "d" -> literal(token, "toDate32(", ")");
            case "t" -> literal(token, "", "");
            case "ts" -> literal(token, "toDateTime64(", ", 9)");
            case "fn" -> function(token);
            case "oj", "limit" -> {
                String keep = word.equals("limit") ? "LIMIT " : "";
                unwrap(token, keep);
            }
            case "escape" -> literal(token, "ESCAPE ", "");
            case "call" -> throw SqlErrors.notSupported("The escape {call …}");
            default -> {}
        }
    }

    /** {@code {d '2026-01-31'}}: the text between the word and the closing brace. */
    private void literal(SqlToken open, String before, String after) throws SQLException {
        if (at + 2 >= tokens.size()
                || tokens.get(at + 1).kind() != Kind.TEXT
                || !tokens.get(at + 2).isSymbol(sql, '}')) {
            throw SqlErrors.syntax(
                    "The escape at position " + (open.start() + 1) + " is not closed: expected a text in quotes and }");
        }
        out.append(sql, copied, open.start())
                .append(before)
                .append(tokens.get(at + 1).text(sql))
                .append(after);
        copied = tokens.get(at + 2).end();
        at += 3;
    }

    /** Leaves out the braces and the word. */
    private void unwrap(SqlToken open, String keep) throws SQLException {
        out.append(sql, copied, open.start()).append(keep);
        at++;
        copied = at < tokens.size() ? tokens.get(at).start() : sql.length();
        inside(open);
    }

    private void function(SqlToken open) throws SQLException {
        unwrap(open, "");
    }

    /** Up to the closing brace, which is left out. */
    private void inside(SqlToken open) throws SQLException {
        boolean name = open.end() < sql.length() && isFunction(open);
        while (at < tokens.size()) {
            SqlToken token = tokens.get(at);
            if (token.isSymbol(sql, '}')) {
                out.append(sql, copied, token.start());
                copied = token.end();
                at++;
                return;
            }
            if (name && token.kind() == Kind.WORD) {
                String known = FUNCTIONS.get(token.text(sql).toUpperCase(Locale.ROOT));
                if (known != null) {
                    out.append(sql, copied, token.start()).append(known);
                    copied = token.end();
                }
                name = false;
            }
            step();
        }
        throw SqlErrors.syntax("The escape at position " + (open.start() + 1) + " is not closed: expected }");
    }

    private boolean isFunction(SqlToken open) {
        String rest = sql.substring(open.end()).stripLeading();
        return rest.regionMatches(true, 0, "fn", 0, 2);
    }
}
