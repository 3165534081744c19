package io.chconnect.jooq.reflect;

import io.chconnect.jooq.internal.clause.SqlText;
import io.chconnect.jooq.internal.reflect.SystemTables;
import io.chconnect.jooq.reflect.ReflectedTable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clauses of a CREATE statement as the server writes it. */
final class CreateStatement {
    private final SystemTables.Table table;
    private final SqlText text;
    private final Map<String, String> clauses = new HashMap<>();
    private final Elements elements = new Elements();
    private List<String> engineParameters = List.of();
    private Map<String, String> settings = Map.of();
    private String targetDatabase = "";
    private String targetTable = "";
    private boolean append;

    private CreateStatement(SystemTables.Table table) {
        this.table = table;
        this.text = new SqlText(table.statement());
    }

    static ReflectedTable read(SystemTables.Table table) {
        return new CreateStatement(table).read();
    }

    private ReflectedTable read() {
        text.expect("CREATE");
        Kind kind = kind();
        text.name();
        text.expect(".");
        text.name();
        while (!text.atEnd()) {
            if (text.looksAt("(")) {
                elements.read(text.bracketed(), kind == Kind.DICTIONARY);
            } else if (!names() && !storage() && !view() && !dictionary()) {
                throw text.unexpected("a clause");
            }
        }
        return new ReflectedTable(
                table.database(),
                table.name(),
                kind,
                elements.columns,
                elements.indexes,
                elements.projections,
                elements.constraints,
                new ReflectedStorage(
                        clause("ENGINE"),
                        engineParameters,
                        clause("ORDER BY"),
                        clause("PRIMARY KEY"),
                        clause("PARTITION BY"),
                        clause("SAMPLE BY"),
                        clause("TTL"),
                        kind == Kind.DICTIONARY ? Map.of() : settings),
                kind == Kind.TABLE ? clause("AS") : "",
                kind == Kind.VIEW || kind == Kind.MATERIALIZED_VIEW ? reflectedView() : null,
                kind == Kind.DICTIONARY ? reflectedDictionary() : null,
                clause("COMMENT"),
                table.statement());
    }

    private Kind kind() {
        if (text.accept("TABLE")) {
            return Kind.TABLE;
        }
        if (text.accept("VIEW")) {
            return Kind.VIEW;
        }
        if (text.accept("MATERIALIZED", "VIEW")) {
            return Kind.MATERIALIZED_VIEW;
        }
        if (text.accept("DICTIONARY")) {
            return Kind.DICTIONARY;
        }
        throw text.unexpected("TABLE, VIEW, MATERIALIZED VIEW or DICTIONARY");
    }

    private String clause(String name) {
        return clauses.getOrDefault(name, "");
    }

    private boolean names() {
        if (text.accept("COMMENT")) {
            clauses.put("COMMENT", text.literal());
            return true;
        }
        if (text.accept("AS")) {
            clauses.put("AS", text.until(CreateStatement::atTrailingComment));
            return true;
        }
        return false;
    }

    /** A table that stands for a function has its comment at the end. */
    private static boolean atTrailingComment(SqlText at) {
        return at.looksAt("COMMENT", "*") && at.isLast(2);
    }

    private boolean storage() {
        if (text.accept("ENGINE", "=")) {
            clauses.put("ENGINE", text.name());
            engineParameters = text.looksAt("(") ? SqlText.parts(text.bracketed()) : List.of();
            return true;
        }
        if (text.accept("TTL")) {
            clauses.put("TTL", text.until(CreateStatement::atClause));
            return true;
        }
        if (text.accept("SETTINGS")) {
            settings = settings(text.looksAt("(") ? text.bracketed() : text.until(CreateStatement::atClause));
            return true;
        }
        return key("ORDER", "BY") || key("PRIMARY", "KEY") || key("PARTITION", "BY") || key("SAMPLE", "BY");
    }

    private boolean key(String... words) {
        if (!text.accept(words)) {
            return false;
        }
        clauses.put(String.join(" ", words), text.until(CreateStatement::atClause));
        return true;
    }

    private boolean view() {
        if (text.accept("REFRESH")) {
            clauses.put("REFRESH", text.until(CreateStatement::atEndOfRefresh));
            return true;
        }
        if (text.accept("APPEND")) {
            append = true;
            return true;
        }
        if (text.accept("TO")) {
            targetDatabase = text.name();
            text.expect(".");
            targetTable = text.name();
            return true;
        }
        if (text.accept("DEFINER", "=")) {
            clauses.put("DEFINER", text.name());
            return true;
        }
        if (text.accept("SQL", "SECURITY")) {
            clauses.put("SECURITY", text.name());
            return true;
        }
        return false;
    }

    private boolean dictionary() {
        for (String word : List.of("SOURCE", "LAYOUT", "LIFETIME", "RANGE")) {
            if (text.accept(word)) {
                clauses.put(word, text.bracketed());
                return true;
            }
        }
        return false;
    }

    /** Where a clause ends because another one begins. */
    private static boolean atClause(SqlText at) {
        return at.looksAt("PARTITION", "BY")
                || at.looksAt("PRIMARY", "KEY")
                || at.looksAt("ORDER", "BY")
                || at.looksAt("SAMPLE", "BY")
                || at.looksAt("ENGINE", "=")
                || at.looksAt("TTL")
                || at.looksAt("SETTINGS", "*", "=")
                || at.looksAt("SETTINGS", "(")
                || at.looksAtTextBehind("COMMENT")
                || at.looksAt("DEFINER", "=")
                || at.looksAt("SQL", "SECURITY")
                || at.looksAt("SOURCE", "(")
                || at.looksAt("TO", "*", ".")
                || at.looksAt("AS");
    }

    /** Settings before this are those of the refresh. */
    private static boolean atEndOfRefresh(SqlText at) {
        return at.looksAt("(") || at.looksAt("APPEND") || (atClause(at) && !at.looksAt("SETTINGS"));
    }

    static Map<String, String> settings(String list) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : SqlText.parts(list)) {
            SqlText setting = new SqlText(part);
            String name = setting.name();
            setting.expect("=");
            settings.put(name, setting.rest());
        }
        return settings;
    }

    private ReflectedView reflectedView() {
        return new ReflectedView(
                clause("AS"),
                targetDatabase,
                targetTable,
                clause("REFRESH"),
                append,
                clause("DEFINER"),
                clause("SECURITY"));
    }

    private ReflectedDictionary reflectedDictionary() {
        return new ReflectedDictionary(
                elements.attributes,
                SqlText.names(clause("PRIMARY KEY")),
                clause("SOURCE"),
                clause("LAYOUT"),
                seconds(part("LIFETIME", "MIN")),
                seconds(part("LIFETIME", "MAX")),
                name(part("RANGE", "MIN")),
                name(part("RANGE", "MAX")),
                settings);
    }

    private @Nullable SqlText part(String clause, String word) {
        SqlText inside = new SqlText(clause(clause));
        inside.until(at -> at.looksAt(word));
        return inside.accept(word) ? inside : null;
    }

    private static long seconds(@Nullable SqlText at) {
        return at == null ? 0 : Long.parseLong(at.name());
    }

    private static String name(@Nullable SqlText at) {
        return at == null ? "" : at.name();
    }

    /** What stands in the brackets behind the name. */
    private static final class Elements {
        final List<ReflectedColumn> columns = new ArrayList<>();
        final List<ReflectedIndex> indexes = new ArrayList<>();
        final List<ReflectedProjection> projections = new ArrayList<>();
        final List<ReflectedConstraint> constraints = new ArrayList<>();
        final List<ReflectedDictionary.Attribute> attributes = new ArrayList<>();

        void read(String list, boolean dictionary) {
            for (String part : SqlText.parts(list)) {
                SqlText element = new SqlText(part);
                if (dictionary) {
                    attributes.add(CreateElement.attribute(element));
                } else if (element.accept("INDEX")) {
                    indexes.add(CreateElement.index(element));
                } else if (element.accept("PROJECTION")) {
                    projections.add(new ReflectedProjection(element.name(), element.rest()));
                } else if (element.accept("CONSTRAINT")) {
                    constraints.add(CreateElement.constraint(element));
                } else {
                    columns.add(CreateElement.column(element));
                }
            }
        }
    }
}
