package io.chconnect.testkit.types;

/** The documentation's table of types, made from the matrix. */
public final class TypeTable {
    private static final String TEXT = """
            # Data types

            What a column gives for each ClickHouse type, and what can be written to it. Getters convert beyond this as long as
            nothing is lost; a conversion or a written value that would lose anything is an error that names column, row, value
            and reason. This page is made from the matrix of types that the tests read
            (`mvn -pl conformance -am test -Dtest=TypesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true` writes
            it anew).

            | ClickHouse type | Java class | accepted Java values | NULL | values |
            |---|---|---|---|---|
            """;
    private static final String UNSUPPORTED = """

            The states of `AggregateFunction(…)` are not read or written: finish the aggregation in the statement with the
            function's `-Merge` form or with `finalizeAggregation(column)`. The error that names such a column says so.

            The text form of every value (`ValueText`) is what the server's `toString` gives.
            """;

    private TypeTable() {}

    /**
     * The page.
     *
     * @return Markdown
     */
    public static String page() {
        StringBuilder page = new StringBuilder(TEXT);
        for (TypeRow row : TypeMatrix.rows()) {
            page.append("| ").append(names(row.name()));
            for (String cell : new String[] {row.javaClass(), row.accepts(), row.nulls(), row.range()}) {
                page.append(" | ").append(cell.replace("|", "\\|"));
            }
            page.append(" |\n");
        }
        return page.append(UNSUPPORTED).toString();
    }

    private static String names(String name) {
        return name.contains("(") ? "`" + name + "`" : "`" + name.replace(", ", "`, `") + "`";
    }
}
