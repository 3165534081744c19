package io.chconnect.client.internal.sql;

import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be told of a statement by its pieces alone. */
public final class StatementText {
    private final String sql;
    private final List<SqlToken> tokens;

    private StatementText(String sql, List<SqlToken> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /** Takes a statement apart. */
    public static StatementText of(String sql) {
        return new StatementText(sql, SqlScanner.scanWithoutComments(sql));
    }

    /** The first word in upper case, opening brackets skipped; empty when there is none. */
    public String firstWord() {
        for (SqlToken token : tokens) {
            if (token.kind() == Kind.WORD) {
                return token.text(sql).toUpperCase(Locale.ROOT);
            }
            if (!token.isSymbol(sql, '(') && token.kind() != Kind.TERMINATOR) {
                return "";
            }
        }
        return "";
    }

    /** Whether there is nothing but blanks, comments and terminators. */
    public boolean isEmpty() {
        return tokens.stream().allMatch(token -> token.kind() == Kind.TERMINATOR);
    }

    /** Whether the statement is an insert: it starts with INSERT, or has INSERT INTO behind its WITH. */
    public boolean isInsert() {
        return insertWord() >= 0;
    }

    /** Whether a word stands anywhere, in whatever case; not within texts, quoted names and comments. */
    public boolean hasWord(String word) {
        return tokens.stream().anyMatch(token -> token.isWord(sql, word));
    }

    /** Whether something follows a terminator. */
    public boolean isSeveral() {
        boolean ended = false;
        for (SqlToken token : tokens) {
            boolean terminator = token.kind() == Kind.TERMINATOR;
            if (ended && !terminator) {
                return true;
            }
            ended |= terminator;
        }
        return false;
    }

    /** The statement without the terminators, comments and blanks at its end. An insert's inline data stays as it is. */
    public String withoutTerminator() {
        if (hasInlineData()) {
            return sql;
        }
        int last = tokens.size() - 1;
        while (last >= 0 && tokens.get(last).kind() == Kind.TERMINATOR) {
            last--;
        }
        return last < 0 ? "" : sql.substring(0, tokens.get(last).end());
    }

    /** The name behind the FORMAT at the end of the statement; empty when there is none. */
    public String format() {
        int last = tokens.size() - 1;
        while (last >= 0 && tokens.get(last).kind() == Kind.TERMINATOR) {
            last--;
        }
        for (int i = last - 1; i >= 1; i--) {
            boolean named = tokens.get(i).isWord(sql, "FORMAT")
                    && tokens.get(i + 1).kind() == Kind.WORD
                    && depthBehind(i, last) == 0;
            if (named && (i + 1 == last || tokens.get(i + 2).isWord(sql, "SETTINGS") || insertWord() >= 0)) {
                return tokens.get(i + 1).text(sql);
            }
        }
        return "";
    }

    /** The statements of a text that are separated by terminators, without them; empty ones are left out. */
    public List<String> statements() {
        List<String> statements = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).kind() != Kind.TERMINATOR) {
                to++;
            }
            if (to > from) {
                statements.add(sql.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end()));
            }
            from = to + 1;
        }
        return statements;
    }

    /** The places of question marks, in order. */
    public List<Integer> questionMarks() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.QUESTION_MARK)
                .map(SqlToken::start)
                .toList();
    }

    private int insertWord() {
        String first = firstWord();
        if (!first.equals("INSERT") && !first.equals("WITH")) {
            return -1;
        }
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            boolean insert = depth == 0
                    && tokens.get(i).isWord(sql, "INSERT")
                    && (first.equals("INSERT") || tokens.get(i + 1).isWord(sql, "INTO"));
            if (insert) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasInlineData() {
        int insert = insertWord();
        for (int i = Math.max(insert, 0); insert >= 0 && i < tokens.size(); i++) {
            if (tokens.get(i).isWord(sql, "VALUES") || tokens.get(i).isWord(sql, "FORMAT")) {
                return true;
            }
        }
        return false;
    }

    private int depthBehind(int from, int to) {
        int depth = 0;
        for (int i = from; i <= to; i++) {
            depth += depth(tokens.get(i));
        }
        return depth;
    }

    private int depth(SqlToken token) {
        return token.isSymbol(sql, '(') ? 1 : token.isSymbol(sql, ')') ? -1 : 0;
    }
}
