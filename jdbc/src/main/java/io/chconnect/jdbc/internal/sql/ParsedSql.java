package io.chconnect.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement with the places of its parameters. A question mark is a parameter where a value is expected; behind a value,
 * with a colon to match, it is the ternary operator.
 */
public final class ParsedSql {
    private static final Set<String> ANSWER_ROWS = Set.of(
            "SELECT", "WITH", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "EXISTS", "FROM", "CHECK", "VALUES", "(", "TABLE");

    /** Words behind which a value follows; behind any other word stands an operator. */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "SELECT",
            "DISTINCT",
            "WHERE",
            "PREWHERE",
            "HAVING",
            "QUALIFY",
            "AND",
            "OR",
            "NOT",
            "XOR",
            "IN",
            "LIKE",
            "ILIKE",
            "REGEXP",
            "BETWEEN",
            "LIMIT",
            "OFFSET",
            "TOP",
            "BY",
            "ON",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "INTERVAL",
            "VALUES",
            "SET",
            "IS",
            "DIV",
            "MOD",
            "RETURN",
            "FROM",
            "SAMPLE",
            "USING",
            "AS",
            "WITH",
            "ESCAPE",
            "FOR",
            "FETCH",
            "FIRST",
            "NEXT",
            "FILL",
            "TO",
            "STEP",
            "DATE",
            "TIMESTAMP");

    private final String sql;
    private final List<Token> tokens;
    private final List<Token> parameters;

    private ParsedSql(String sql, List<Token> tokens, List<Token> parameters) {
        this.sql = sql;
        this.tokens = tokens;
        this.parameters = parameters;
    }

    /** Reads a statement. */
    public static ParsedSql parse(String sql) {
        List<Token> tokens = withoutInlineData(sql, SqlLexer.tokens(sql));
        List<Token> parameters = new ArrayList<>();
        List<Integer> ternaries = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.QUESTION) {
                if (isTernary(sql, tokens, i, ternaries)) {
                    ternaries.add(i);
                } else {
                    parameters.add(tokens.get(i));
                }
            }
        }
        return new ParsedSql(sql, tokens, List.copyOf(parameters));
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
        return replace(0, sql.length(), replacements, 0);
    }

    /** Whether statements that begin so answer with rows; asked only when the response does not tell. */
    public boolean mayAnswerRows() {
        return !tokens.isEmpty() && ANSWER_ROWS.contains(word(0));
    }

    /** Whether it is an INSERT. */
    public boolean isInsert() {
        return !tokens.isEmpty() && word(0).equals("INSERT");
    }

    /** Whether the parameter stands where the grammar wants a literal. */
    public boolean wantsLiteral(int parameter) {
        int place = tokens.indexOf(parameters.get(parameter));
        return place > 0 && tokens.get(place - 1).is(sql, "SAMPLE");
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Token> parameters() {
        return parameters;
    }

    String word(int token) {
        return tokens.get(token).text(sql).toUpperCase(Locale.ROOT);
    }

    /** A part of the text with the parameters in it replaced; the first of them is {@code first}. */
    String replace(int from, int to, List<String> replacements, int first) {
        StringBuilder out = new StringBuilder(to - from + 16 * replacements.size());
        int copied = from;
        int next = first;
        for (Token parameter : parameters) {
            if (parameter.start() >= from && parameter.end() <= to) {
                out.append(sql, copied, parameter.start()).append(replacements.get(next++));
                copied = parameter.end();
            }
        }
        return out.append(sql, copied, to).toString();
    }

    private static boolean isTernary(String sql, List<Token> tokens, int question, List<Integer> ternaries) {
        return question > 0 && endsValue(sql, tokens, question - 1, ternaries) && hasColon(sql, tokens, question + 1);
    }

    private static boolean endsValue(String sql, List<Token> tokens, int index, List<Integer> ternaries) {
        Token token = tokens.get(index);
        return switch (token.kind()) {
            case WORD -> !BEFORE_VALUES.contains(token.text(sql).toUpperCase(Locale.ROOT));
            case NUMBER, STRING, QUOTED -> true;
            case QUESTION -> !ternaries.contains(index);
            case SYMBOL -> token.isSymbol(sql, ')') || token.isSymbol(sql, ']') || token.isSymbol(sql, '}');
        };
    }

    /** Whether a colon follows within the same brackets, before a comma. */
    private static boolean hasColon(String sql, List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.SYMBOL) {
                continue;
            }
            char c = sql.charAt(token.start());
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                if (--depth < 0) {
                    return false;
                }
            } else if (depth == 0 && (c == ',' || c == ';')) {
                return false;
            } else if (depth == 0
                    && token.isSymbol(sql, ':')
                    && !(i > 0 && tokens.get(i - 1).isSymbol(sql, '.'))) {
                return true;
            }
        }
        return false;
    }

    /** Behind {@code INSERT … FORMAT name} stands data, not SQL. */
    private static List<Token> withoutInlineData(String sql, List<Token> tokens) {
        if (tokens.isEmpty() || !tokens.get(0).is(sql, "INSERT")) {
            return tokens;
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(sql, "SELECT") || tokens.get(i).is(sql, "VALUES")) {
                return tokens;
            }
            if (tokens.get(i).is(sql, "FORMAT") && !tokens.get(i + 1).is(sql, "VALUES")) {
                return List.copyOf(tokens.subList(0, i + 2));
            }
        }
        return tokens;
    }
}
