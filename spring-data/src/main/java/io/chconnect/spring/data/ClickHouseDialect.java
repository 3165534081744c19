package io.chconnect.spring.data;

import java.util.Collection;
import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.relational.core.dialect.AbstractDialect;
import org.springframework.data.relational.core.dialect.IdGeneration;
import org.springframework.data.relational.core.dialect.LimitClause;
import org.springframework.data.relational.core.dialect.LockClause;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.LockOptions;

/**
 * The SQL of ClickHouse where it differs: names in backticks with their case kept, {@code LIMIT … OFFSET}, no locks, and no
 * generated ids, so that an entity brings its own (see Spring's {@code Persistable} and {@code JdbcAggregateTemplate.insert}).
 * Immutable.
 */
public final class ClickHouseDialect extends AbstractDialect implements JdbcDialect {
    /** The only instance. */
    public static final ClickHouseDialect INSTANCE = new ClickHouseDialect();

    private static final IdentifierProcessing NAMES =
            IdentifierProcessing.create(new IdentifierProcessing.Quoting("`"), IdentifierProcessing.LetterCasing.AS_IS);

    private ClickHouseDialect() {}

    @Override
    public LimitClause limit() {
        return Limits.INSTANCE;
    }

    @Override
    public LockClause lock() {
        return NoLock.INSTANCE;
    }

    @Override
    public JdbcArrayColumns getArraySupport() {
        return JdbcArrayColumns.DefaultSupport.INSTANCE;
    }

    @Override
    public IdentifierProcessing getIdentifierProcessing() {
        return NAMES;
    }

    @Override
    public IdGeneration getIdGeneration() {
        return NoIds.INSTANCE;
    }

    @Override
    public Collection<Object> getConverters() {
        return TemporalConverters.ALL;
    }

    private enum Limits implements LimitClause {
        INSTANCE;

        @Override
        public String getLimit(long limit) {
            return "LIMIT " + limit;
        }

        @Override
        public String getOffset(long offset) {
            return "OFFSET " + offset;
        }

        @Override
        public String getLimitOffset(long limit, long offset) {
            return "LIMIT " + limit + " OFFSET " + offset;
        }

        @Override
        public LimitClause.Position getClausePosition() {
            return LimitClause.Position.AFTER_ORDER_BY;
        }
    }

    private enum NoLock implements LockClause {
        INSTANCE;

        @Override
        public String getLock(LockOptions lockOptions) {
            return "";
        }

        @Override
        public LockClause.Position getClausePosition() {
            return LockClause.Position.AFTER_ORDER_BY;
        }
    }

    private enum NoIds implements IdGeneration {
        INSTANCE;

        @Override
        public boolean driverRequiresKeyColumnNames() {
            return false;
        }

        @Override
        public boolean supportedForBatchOperations() {
            return false;
        }
    }
}
