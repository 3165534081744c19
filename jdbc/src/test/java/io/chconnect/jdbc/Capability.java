package io.chconnect.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a flag of {@code DatabaseMetaData} says: that some statements run one after another, or something that no statement
 * tells. The statements use a table {@code t} with columns {@code a} and {@code b} in a database {@code capabilities}.
 */
record Capability(String flag, List<String> statements, Boolean fixed) {
    private static final String LEFT_JOIN =
            "SELECT x.a FROM t AS x LEFT OUTER JOIN (SELECT a FROM t) AS y ON x.a = y.a";
    private static final String FULL_JOINS =
            "SELECT x.a FROM t AS x FULL OUTER JOIN t AS y ON x.a = y.a" + " FULL OUTER JOIN t AS z ON x.a = z.a";
    private static final String UNIQUE = "CREATE TABLE f (a Int32, UNIQUE (a)) ENGINE = Memory";
    private static final String INDEX = "CREATE INDEX i ON capabilities.t (b) TYPE minmax";
    private static final String GRANT = "EXPLAIN AST GRANT SELECT ON capabilities.t TO u";
    private static final String[] CHANGES = {
        "CREATE TABLE m (a Int32, b Nullable(String)) ENGINE = MergeTree ORDER BY a"
                + " SETTINGS enable_block_number_column = 1, enable_block_offset_column = 1",
        "INSERT INTO m VALUES (1, 'x')",
        "UPDATE m SET b = 'y' WHERE a = 1",
        "DELETE FROM m WHERE a = 1",
        "DROP TABLE m"
    };

    /** Those whose answers the statements are, databases being schemas. */
    static final List<Capability> ALL = List.of(
            runs("allTablesAreSelectable", "CREATE TABLE s (a Int32) ENGINE = Set", "SELECT a FROM s"),
            runs("supportsAlterTableWithAddColumn", "ALTER TABLE t ADD COLUMN c Int32"),
            runs("supportsAlterTableWithDropColumn", "ALTER TABLE t ADD COLUMN c Int32", "ALTER TABLE t DROP COLUMN c"),
            runs("supportsColumnAliasing", "SELECT a AS x FROM t"),
            runs("supportsConvert", "SELECT {fn CONVERT('1', SQL_INTEGER)}"),
            runs("supportsTableCorrelationNames", "SELECT x.a FROM t AS x"),
            runs("supportsExpressionsInOrderBy", "SELECT a FROM t ORDER BY a + 1"),
            runs("supportsOrderByUnrelated", "SELECT a FROM t ORDER BY b"),
            runs("supportsGroupBy", "SELECT a, count() FROM t GROUP BY a"),
            runs("supportsGroupByUnrelated", "SELECT count() FROM t GROUP BY b"),
            runs("supportsGroupByBeyondSelect", "SELECT a FROM t GROUP BY a, b"),
            runs("supportsLikeEscapeClause", "SELECT b LIKE 'x!%' ESCAPE '!' FROM t"),
            runs("supportsMultipleResultSets", "SELECT 1; SELECT 2"),
            runs("supportsTransactions", "BEGIN TRANSACTION"),
            runs("supportsMultipleTransactions", "BEGIN TRANSACTION"),
            runs("supportsNonNullableColumns", "CREATE TABLE n (a Int32) ENGINE = Memory"),
            runs("supportsMinimumSQLGrammar", CHANGES),
            runs("supportsCoreSQLGrammar", and(CHANGES, INDEX, GRANT, "CREATE VIEW v AS SELECT a FROM t")),
            runs("supportsExtendedSQLGrammar", "SELECT a FROM t FOR UPDATE"),
            runs("supportsANSI92EntryLevelSQL", UNIQUE),
            runs("supportsANSI92IntermediateSQL", UNIQUE),
            runs("supportsANSI92FullSQL", UNIQUE),
            runs("supportsIntegrityEnhancementFacility", UNIQUE),
            runs("supportsOuterJoins", LEFT_JOIN),
            runs("supportsLimitedOuterJoins", LEFT_JOIN),
            runs("supportsFullOuterJoins", FULL_JOINS),
            runs("isCatalogAtStart", "SELECT a FROM capabilities.t"),
            runs("supportsSchemasInDataManipulation", "SELECT a FROM capabilities.t"),
            runs("supportsSchemasInTableDefinitions", "CREATE TABLE capabilities.n (a Int32) ENGINE = Memory"),
            runs("supportsSchemasInIndexDefinitions", INDEX),
            runs("supportsSchemasInPrivilegeDefinitions", GRANT),
            runs("supportsPositionedDelete", "DELETE FROM t WHERE CURRENT OF c"),
            runs("supportsPositionedUpdate", "UPDATE t SET b = 'x' WHERE CURRENT OF c"),
            runs("supportsSelectForUpdate", "SELECT a FROM t FOR UPDATE"),
            runs("supportsStoredProcedures", "CALL f()"),
            runs("supportsStoredFunctionsUsingCallSyntax", "{call f()}"),
            runs("supportsSubqueriesInComparisons", "SELECT a FROM t WHERE a = (SELECT max(a) FROM t)"),
            runs("supportsSubqueriesInExists", "SELECT a FROM t WHERE EXISTS (SELECT a FROM t)"),
            runs("supportsSubqueriesInIns", "SELECT a FROM t WHERE a IN (SELECT a FROM t)"),
            runs("supportsSubqueriesInQuantifieds", "SELECT a FROM t WHERE a >= ALL (SELECT a FROM t)"),
            runs(
                    "supportsCorrelatedSubqueries",
                    "SELECT a FROM t AS x WHERE a = (SELECT max(y.a) FROM t AS y WHERE y.b = x.b)"),
            runs("supportsUnion", "SELECT a FROM t UNION SELECT a FROM t"),
            runs("supportsUnionAll", "SELECT a FROM t UNION ALL SELECT a FROM t"),
            runs("supportsSavepoints", "SAVEPOINT s"),
            runs(
                    "supportsMixedCaseIdentifiers",
                    "CREATE TABLE Mixed (a Int8, A Int8) ENGINE = Memory",
                    "CREATE TABLE mixed (a Int8) ENGINE = Memory"),
            runs(
                    "supportsMixedCaseQuotedIdentifiers",
                    "CREATE TABLE `Mixed` (`a` Int8, `A` Int8) ENGINE = Memory",
                    "CREATE TABLE `mixed` (`a` Int8) ENGINE = Memory"));

    /** Those that say something of the driver, or of what there is not at all. */
    static final Map<String, Boolean> FIXED = Map.ofEntries(
            Map.entry("allProceduresAreCallable", false),
            Map.entry("usesLocalFiles", false),
            Map.entry("usesLocalFilePerTable", false),
            Map.entry("storesUpperCaseIdentifiers", false),
            Map.entry("storesLowerCaseIdentifiers", false),
            Map.entry("storesMixedCaseIdentifiers", false),
            Map.entry("storesUpperCaseQuotedIdentifiers", false),
            Map.entry("storesLowerCaseQuotedIdentifiers", false),
            Map.entry("storesMixedCaseQuotedIdentifiers", false),
            Map.entry("supportsDifferentTableCorrelationNames", false),
            Map.entry("supportsSchemasInProcedureCalls", false),
            Map.entry("supportsCatalogsInDataManipulation", false),
            Map.entry("supportsCatalogsInProcedureCalls", false),
            Map.entry("supportsCatalogsInTableDefinitions", false),
            Map.entry("supportsCatalogsInIndexDefinitions", false),
            Map.entry("supportsCatalogsInPrivilegeDefinitions", false),
            Map.entry("supportsOpenCursorsAcrossCommit", true),
            Map.entry("supportsOpenCursorsAcrossRollback", true),
            Map.entry("supportsOpenStatementsAcrossCommit", true),
            Map.entry("supportsOpenStatementsAcrossRollback", true),
            Map.entry("doesMaxRowSizeIncludeBlobs", true),
            Map.entry("supportsDataDefinitionAndDataManipulationTransactions", false),
            Map.entry("supportsDataManipulationTransactionsOnly", false),
            Map.entry("dataDefinitionCausesTransactionCommit", false),
            Map.entry("dataDefinitionIgnoredInTransactions", false),
            Map.entry("supportsBatchUpdates", true),
            Map.entry("supportsNamedParameters", false),
            Map.entry("supportsMultipleOpenResults", false),
            Map.entry("supportsGetGeneratedKeys", false),
            Map.entry("generatedKeyAlwaysReturned", false),
            Map.entry("locatorsUpdateCopy", true),
            Map.entry("supportsStatementPooling", false),
            Map.entry("autoCommitFailureClosesAllResultSets", false),
            Map.entry("supportsRefCursors", false),
            Map.entry("supportsSharding", false));

    private static Capability runs(String flag, String... statements) {
        return new Capability(flag, List.of(statements), null);
    }

    private static String[] and(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Override
    public String toString() {
        return flag;
    }
}
