package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlToken;
import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@code INSERT INTO table (columns) VALUES (…)} with one row of values, taken apart so that many rows of parameters can
 * go as columns.
 *
 * @param head everything before {@code VALUES}
 * @param table the table's name, as it was written
 * @param columns the names of the columns, without quotes; empty when there is no list
 * @param values the texts of the values; a parameter stands as {@code ?}
 * @param parameters how many parameters each value has
 */
public record InsertSql(String head, String table, List<String> columns, List<Value> values, int parameters) {
    /** Copies the lists. */
    public InsertSql {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /** A value: its place in the statement and the parameters in it. */
    public record Value(ParsedSql statement, int start, int end, int firstParameter, int parameters) {
        /** Its text. */
        public String text() {
            return statement.sql().substring(start, end);
        }

        /** Whether it is a parameter and nothing else. */
        public boolean plain() {
            return parameters == 1 && end - start == 1;
        }

        /** The text with its parameters replaced, in order. */
        public String with(List<String> replacements) {
            return statement.replace(start, end, firstParameter, replacements);
        }
    }

    /** Whether every value is a parameter and nothing else. */
    public boolean plain() {
        return values.stream().allMatch(Value::plain);
    }

    /** Takes a statement apart; empty when it is anything else. */
    public static Optional<InsertSql> of(ParsedSql sql) {
        return new Reader(sql).read();
    }

    /** Reads the tokens from left to right. */
    private static final class Reader {
        private final ParsedSql parsed;
        private final String sql;
        private final List<SqlToken> tokens;
        private int at;

        Reader(ParsedSql parsed) {
            this.parsed = parsed;
            this.sql = parsed.sql();
            this.tokens = parsed.tokens();
        }

        Optional<InsertSql> read() {
            if (!take("INSERT") || !take("INTO")) {
                return Optional.empty();
            }
            take("TABLE");
            if (at < tokens.size() && tokens.get(at).isWord(sql, "FUNCTION")) {
                return Optional.empty();
            }
            String table = table();
            if (table == null) {
                return Optional.empty();
            }
            List<String> columns = new ArrayList<>();
            if (isSymbol('(') && !columns(columns)) {
                return Optional.empty();
            }
            int valuesAt = valuesKeyword();
            if (valuesAt < 0) {
                return Optional.empty();
            }
            int headEnd = tokens.get(valuesAt).start();
            if (tokens.get(valuesAt - 1).isWord(sql, "FORMAT")) {
                headEnd = tokens.get(valuesAt - 1).start();
            }
            at = valuesAt + 1;
            List<Value> values = values();
            if (at < tokens.size() && tokens.get(at).kind() == Kind.TERMINATOR) {
                at++;
            }
            boolean known =
                    !values.isEmpty() && at == tokens.size() && (columns.isEmpty() || columns.size() == values.size());
            return known
                    ? Optional.of(
                            new InsertSql(sql.substring(0, headEnd), table, columns, values, parsed.parameterCount()))
                    : Optional.empty();
        }

        private @Nullable String table() {
            int start = at;
            while (at < tokens.size() && isName()) {
                at++;
                if (at >= tokens.size() || !isSymbol('.')) {
                    return sql.substring(
                            tokens.get(start).start(), tokens.get(at - 1).end());
                }
                at++;
            }
            return null;
        }

        private boolean columns(List<String> names) {
            at++;
            while (at < tokens.size() && isName()) {
                StringBuilder name =
                        new StringBuilder(Quoting.unquote(tokens.get(at++).text(sql)));
                while (at + 1 < tokens.size() && isSymbol('.')) {
                    at++;
                    name.append('.').append(Quoting.unquote(tokens.get(at++).text(sql)));
                }
                names.add(name.toString());
                if (at < tokens.size() && isSymbol(')')) {
                    at++;
                    return true;
                }
                if (at >= tokens.size() || !isSymbol(',')) {
                    return false;
                }
                at++;
            }
            return false;
        }

        /** Between the columns and {@code VALUES} only settings may stand. */
        private int valuesKeyword() {
            boolean settings = at < tokens.size() && tokens.get(at).isWord(sql, "SETTINGS");
            for (int i = at; i < tokens.size(); i++) {
                if (tokens.get(i).isWord(sql, "VALUES")) {
                    return i;
                }
                if ((!settings && !tokens.get(i).isWord(sql, "FORMAT"))
                        || tokens.get(i).kind() == Kind.QUESTION_MARK) {
                    return -1;
                }
            }
            return -1;
        }

        /** The values of one row; none when the text is something else. */
        private List<Value> values() {
            List<Value> values = new ArrayList<>();
            if (at >= tokens.size() || !isSymbol('(')) {
                return values;
            }
            at++;
            int depth = 0;
            int first = at;
            for (; at < tokens.size(); at++) {
                if (depth == 0 && (isSymbol(',') || isSymbol(')'))) {
                    if (first == at) {
                        return List.of();
                    }
                    values.add(value(first, at));
                    first = at + 1;
                    if (isSymbol(')')) {
                        at++;
                        return values;
                    }
                } else if (isSymbol('(') || isSymbol('[') || isSymbol('{')) {
                    depth++;
                } else if (isSymbol(')') || isSymbol(']') || isSymbol('}')) {
                    depth--;
                }
            }
            return List.of();
        }

        private Value value(int from, int to) {
            int first = parsed.firstParameterFrom(from);
            return new Value(
                    parsed,
                    tokens.get(from).start(),
                    tokens.get(to - 1).end(),
                    first,
                    parsed.firstParameterFrom(to) - first);
        }

        private boolean isName() {
            Kind kind = tokens.get(at).kind();
            return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
        }

        private boolean isSymbol(char symbol) {
            return tokens.get(at).isSymbol(sql, symbol);
        }

        private boolean take(String word) {
            boolean there = at < tokens.size() && tokens.get(at).isWord(sql, word);
            at += there ? 1 : 0;
            return there;
        }
    }
}
