package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlScanner;
import io.chconnect.client.internal.sql.SqlToken;
import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** The key of a table, taken apart. */
public final class KeyExpressions {
    private KeyExpressions() {}

    /** The expressions in their order, as they are written; one that is a name stands without its quotes. */
    public static List<String> of(String key) {
        List<String> expressions = new ArrayList<>();
        List<SqlToken> expression = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : SqlScanner.scanWithoutComments(key)) {
            if (depth == 0 && token.isSymbol(key, ',')) {
                expressions.add(text(key, expression));
                expression.clear();
                continue;
            }
            if (token.isSymbol(key, '(') || token.isSymbol(key, '[')) {
                depth++;
            } else if (token.isSymbol(key, ')') || token.isSymbol(key, ']')) {
                depth--;
            }
            expression.add(token);
        }
        if (!expression.isEmpty()) {
            expressions.add(text(key, expression));
        }
        return expressions;
    }

    private static String text(String key, List<SqlToken> expression) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < expression.size(); i++) {
            SqlToken token = expression.get(i);
            boolean point = i % 2 == 1;
            if (point ? !token.isSymbol(key, '.') : token.kind() != Kind.WORD && token.kind() != Kind.QUOTED_NAME) {
                return key.substring(
                        expression.get(0).start(),
                        expression.get(expression.size() - 1).end());
            }
            name.append(point ? "." : Quoting.unquote(token.text(key)));
        }
        return name.toString();
    }
}
