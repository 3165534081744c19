package io.chconnect.jdbc.internal.metadata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What ClickHouse and this driver can do; there are no transactions. What depends on the server's version or settings is
 * tried out on it.
 */
abstract class Capabilities extends IdentifierCase {
    private static final String CORRELATED =
            "SELECT 1 FROM system.one AS a WHERE a.dummy = (SELECT max(b.dummy) FROM system.one AS b WHERE b.dummy = a.dummy)";
    private static final String FULL_JOINS = "SELECT a.dummy FROM system.one AS a"
            + " FULL OUTER JOIN system.one AS b ON a.dummy = b.dummy FULL OUTER JOIN system.one AS c ON a.dummy = c.dummy";

    // Nothing is changed by these: the server only parses what stands behind EXPLAIN AST.
    private static final String UPDATE = "EXPLAIN AST UPDATE t SET a = 1 WHERE a = 0";
    private static final String GRANT = "EXPLAIN AST GRANT SELECT ON d.t TO u";
    private static final String CREATE_INDEX = "EXPLAIN AST CREATE INDEX i ON d.t (a) TYPE minmax";

    abstract ServerAbilities abilities();

    /** Whether databases are JDBC's catalogs; otherwise they are its schemas. */
    abstract boolean databaseIsCatalog();

    @Override
    public boolean allProceduresAreCallable() {
        return false;
    }

    /** A table is listed for whoever has any right on it, and some engines cannot be read at all. */
    @Override
    public boolean allTablesAreSelectable() {
        return false;
    }

    @Override
    public boolean nullsAreSortedHigh() {
        return false;
    }

    @Override
    public boolean nullsAreSortedLow() {
        return false;
    }

    @Override
    public boolean nullsAreSortedAtStart() {
        return false;
    }

    @Override
    public boolean nullsAreSortedAtEnd() {
        return true;
    }

    @Override
    public boolean usesLocalFiles() {
        return false;
    }

    @Override
    public boolean usesLocalFilePerTable() {
        return false;
    }

    @Override
    public boolean supportsAlterTableWithAddColumn() {
        return true;
    }

    @Override
    public boolean supportsAlterTableWithDropColumn() {
        return true;
    }

    @Override
    public boolean supportsColumnAliasing() {
        return true;
    }

    @Override
    public boolean nullPlusNonNullIsNull() {
        return true;
    }

    @Override
    public boolean supportsConvert() {
        return false;
    }

    @Override
    public boolean supportsConvert(int value, int other) {
        return false;
    }

    @Override
    public boolean supportsTableCorrelationNames() {
        return true;
    }

    @Override
    public boolean supportsDifferentTableCorrelationNames() {
        return false;
    }

    @Override
    public boolean supportsExpressionsInOrderBy() {
        return true;
    }

    @Override
    public boolean supportsOrderByUnrelated() {
        return true;
    }

    @Override
    public boolean supportsGroupBy() {
        return true;
    }

    @Override
    public boolean supportsGroupByUnrelated() {
        return true;
    }

    @Override
    public boolean supportsGroupByBeyondSelect() {
        return true;
    }

    @Override
    public boolean supportsLikeEscapeClause() throws SQLException {
        return abilities().runs("SELECT 'a' LIKE 'a' ESCAPE '!'");
    }

    @Override
    public boolean supportsMultipleResultSets() {
        return false;
    }

    @Override
    public boolean supportsMultipleTransactions() {
        return false;
    }

    @Override
    public boolean supportsNonNullableColumns() {
        return true;
    }

    @Override
    public boolean supportsMinimumSQLGrammar() throws SQLException {
        return abilities().runs(UPDATE);
    }

    @Override
    public boolean supportsCoreSQLGrammar() throws SQLException {
        return supportsMinimumSQLGrammar()
                && abilities().runs(GRANT)
                && abilities().runs(CREATE_INDEX);
    }

    @Override
    public boolean supportsExtendedSQLGrammar() {
        return false;
    }

    /** There is no UNIQUE. */
    @Override
    public boolean supportsANSI92EntryLevelSQL() {
        return false;
    }

    @Override
    public boolean supportsANSI92IntermediateSQL() {
        return false;
    }

    @Override
    public boolean supportsANSI92FullSQL() {
        return false;
    }

    @Override
    public boolean supportsIntegrityEnhancementFacility() {
        return false;
    }

    @Override
    public boolean supportsOuterJoins() {
        return true;
    }

    @Override
    public boolean supportsFullOuterJoins() throws SQLException {
        return abilities().runs(FULL_JOINS);
    }

    @Override
    public boolean supportsLimitedOuterJoins() {
        return true;
    }

    @Override
    public boolean isCatalogAtStart() {
        return true;
    }

    @Override
    public boolean supportsSchemasInDataManipulation() {
        return !databaseIsCatalog();
    }

    @Override
    public boolean supportsSchemasInProcedureCalls() {
        return false;
    }

    @Override
    public boolean supportsSchemasInTableDefinitions() {
        return !databaseIsCatalog();
    }

    @Override
    public boolean supportsSchemasInIndexDefinitions() throws SQLException {
        return !databaseIsCatalog() && abilities().runs(CREATE_INDEX);
    }

    @Override
    public boolean supportsSchemasInPrivilegeDefinitions() throws SQLException {
        return !databaseIsCatalog() && abilities().runs(GRANT);
    }

    @Override
    public boolean supportsCatalogsInDataManipulation() {
        return databaseIsCatalog();
    }

    @Override
    public boolean supportsCatalogsInProcedureCalls() {
        return false;
    }

    @Override
    public boolean supportsCatalogsInTableDefinitions() {
        return databaseIsCatalog();
    }

    @Override
    public boolean supportsCatalogsInIndexDefinitions() throws SQLException {
        return databaseIsCatalog() && abilities().runs(CREATE_INDEX);
    }

    @Override
    public boolean supportsCatalogsInPrivilegeDefinitions() throws SQLException {
        return databaseIsCatalog() && abilities().runs(GRANT);
    }

    @Override
    public boolean supportsPositionedDelete() {
        return false;
    }

    @Override
    public boolean supportsPositionedUpdate() {
        return false;
    }

    @Override
    public boolean supportsSelectForUpdate() {
        return false;
    }

    @Override
    public boolean supportsStoredProcedures() {
        return false;
    }

    @Override
    public boolean supportsSubqueriesInComparisons() {
        return true;
    }

    @Override
    public boolean supportsSubqueriesInExists() throws SQLException {
        return abilities().runs("SELECT 1 WHERE EXISTS (SELECT 1)");
    }

    @Override
    public boolean supportsSubqueriesInIns() {
        return true;
    }

    @Override
    public boolean supportsSubqueriesInQuantifieds() throws SQLException {
        return abilities().runs("SELECT 1 WHERE 1 = ANY (SELECT 1)");
    }

    @Override
    public boolean supportsCorrelatedSubqueries() throws SQLException {
        return abilities().runs(CORRELATED);
    }

    /** Without DISTINCT or ALL it runs only where the setting {@code union_default_mode} says which is meant. */
    @Override
    public boolean supportsUnion() throws SQLException {
        return abilities().runs("SELECT 1 UNION SELECT 1");
    }

    @Override
    public boolean supportsUnionAll() {
        return true;
    }

    @Override
    public boolean supportsOpenCursorsAcrossCommit() {
        return true;
    }

    @Override
    public boolean supportsOpenCursorsAcrossRollback() {
        return true;
    }

    @Override
    public boolean supportsOpenStatementsAcrossCommit() {
        return true;
    }

    @Override
    public boolean supportsOpenStatementsAcrossRollback() {
        return true;
    }

    @Override
    public boolean doesMaxRowSizeIncludeBlobs() {
        return true;
    }

    @Override
    public boolean supportsTransactions() {
        return false;
    }

    @Override
    public boolean supportsTransactionIsolationLevel(int value) {
        return value == Connection.TRANSACTION_NONE;
    }

    @Override
    public boolean supportsDataDefinitionAndDataManipulationTransactions() {
        return false;
    }

    @Override
    public boolean supportsDataManipulationTransactionsOnly() {
        return false;
    }

    @Override
    public boolean dataDefinitionCausesTransactionCommit() {
        return false;
    }

    @Override
    public boolean dataDefinitionIgnoredInTransactions() {
        return false;
    }

    @Override
    public boolean supportsResultSetType(int value) {
        return value == ResultSet.TYPE_FORWARD_ONLY || value == ResultSet.TYPE_SCROLL_INSENSITIVE;
    }

    @Override
    public boolean supportsResultSetConcurrency(int value, int other) {
        return supportsResultSetType(value) && other == ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public boolean ownUpdatesAreVisible(int value) {
        return false;
    }

    @Override
    public boolean ownDeletesAreVisible(int value) {
        return false;
    }

    @Override
    public boolean ownInsertsAreVisible(int value) {
        return false;
    }

    @Override
    public boolean othersUpdatesAreVisible(int value) {
        return false;
    }

    @Override
    public boolean othersDeletesAreVisible(int value) {
        return false;
    }

    @Override
    public boolean othersInsertsAreVisible(int value) {
        return false;
    }

    @Override
    public boolean updatesAreDetected(int value) {
        return false;
    }

    @Override
    public boolean deletesAreDetected(int value) {
        return false;
    }

    @Override
    public boolean insertsAreDetected(int value) {
        return false;
    }

    @Override
    public boolean supportsBatchUpdates() {
        return true;
    }

    @Override
    public boolean supportsSavepoints() {
        return false;
    }

    @Override
    public boolean supportsNamedParameters() {
        return false;
    }

    @Override
    public boolean supportsMultipleOpenResults() {
        return false;
    }

    @Override
    public boolean supportsGetGeneratedKeys() {
        return false;
    }

    @Override
    public boolean supportsResultSetHoldability(int value) {
        return value == ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    /** A large object is in memory once it is read. */
    @Override
    public boolean locatorsUpdateCopy() {
        return true;
    }

    @Override
    public boolean supportsStatementPooling() {
        return false;
    }

    @Override
    public boolean supportsStoredFunctionsUsingCallSyntax() {
        return false;
    }

    @Override
    public boolean autoCommitFailureClosesAllResultSets() {
        return false;
    }

    @Override
    public boolean generatedKeyAlwaysReturned() {
        return false;
    }
}
