package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlScanner;
import io.chconnect.client.internal.sql.SqlToken;
import io.chconnect.client.internal.sql.StatementKind;
import java.util.List;

/** A statement with the places of its parameters. It knows no more of the grammar than where a parameter can stand. */
public final class ParsedSql {
    private final String sql;
    private final List<SqlToken> tokens;
    private final List<Integer> parameters;

    private ParsedSql(String sql, List<SqlToken> tokens, List<Integer> parameters) {
        this.sql = sql;
        this.tokens = tokens;
        this.parameters = parameters;
    }

    /** Reads a statement. */
    public static ParsedSql parse(String sql) {
        List<SqlToken> tokens = withoutInlineData(sql, SqlScanner.scanWithoutComments(sql));
        return new ParsedSql(sql, tokens, QuestionMarks.parameters(sql, tokens));
    }

    /** The text. */
    public String sql() {
        return sql;
    }

    /** How many parameters there are. */
    public int parameterCount() {
        return parameters.size();
    }

    /** The text with its parameters replaced, in order. */
    public String with(List<String> replacements) {
        return replace(0, sql.length(), 0, replacements);
    }

    /** Where a parameter stands. */
    public ParameterPlace place(int parameter) {
        return ParameterPlace.of(sql, tokens, parameters.get(parameter));
    }

    /** Whether the server can be asked for the columns of the statement before it runs. */
    public boolean isDescribable() {
        return StatementKind.describing(sql).isPresent();
    }

    List<SqlToken> tokens() {
        return tokens;
    }

    /** The index, among all parameters, of the first one that stands at a piece or behind it. */
    int firstParameterFrom(int place) {
        int first = 0;
        while (first < parameters.size() && parameters.get(first) < place) {
            first++;
        }
        return first;
    }

    /** A part of the text with the parameters in it replaced; {@code first} is the first of them among all. */
    String replace(int from, int to, int first, List<String> replacements) {
        StringBuilder out = new StringBuilder(to - from + 16 * replacements.size());
        int copied = from;
        for (int i = 0; i < replacements.size(); i++) {
            SqlToken parameter = tokens.get(parameters.get(first + i));
            out.append(sql, copied, parameter.start()).append(replacements.get(i));
            copied = parameter.end();
        }
        return out.append(sql, copied, to).toString();
    }

    /** Behind {@code INSERT … FORMAT name} stands data, not SQL. */
    private static List<SqlToken> withoutInlineData(String sql, List<SqlToken> tokens) {
        if (tokens.isEmpty() || !tokens.get(0).isWord(sql, "INSERT")) {
            return tokens;
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord(sql, "SELECT") || tokens.get(i).isWord(sql, "VALUES")) {
                return tokens;
            }
            if (tokens.get(i).isWord(sql, "FORMAT") && !tokens.get(i + 1).isWord(sql, "VALUES")) {
                return List.copyOf(tokens.subList(0, i + 2));
            }
        }
        return tokens;
    }
}
