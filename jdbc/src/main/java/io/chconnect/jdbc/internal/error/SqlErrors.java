package io.chconnect.jdbc.internal.error;

import io.chconnect.error.AuthenticationException;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.MalformedDataException;
import io.chconnect.error.ServerException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import io.chconnect.error.TransportException;
import io.chconnect.error.UnsupportedTypeException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** The one place where failures become SQLExceptions with SQLSTATE and vendor code. */
public final class SqlErrors {
    private SqlErrors() {}

    /** Work that may fail in the client. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Action {
        void run() throws SQLException;
    }

    /** Does the work; whatever it throws leaves as an SQLException. */
    public static <T extends @Nullable Object> T call(Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            throw from(e);
        }
    }

    /** Does the work; whatever it throws leaves as an SQLException. */
    public static void run(Action work) throws SQLException {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw from(e);
        }
    }

    /** The SQLException of a failure. */
    public static SQLException from(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof ServerException server) {
            return ofServer(server, message);
        }
        if (failure instanceof TimeoutException) {
            return new SQLTimeoutException(message, SqlStates.TIMEOUT, failure);
        }
        if (failure instanceof CancelledException) {
            return new SQLNonTransientException(message, SqlStates.CANCELLED, failure);
        }
        if (failure instanceof ConnectionException connection) {
            return connection.outcome() == StatementOutcome.NOT_SENT
                    ? new SQLTransientConnectionException(message, SqlStates.CONNECTION_NOT_MADE, failure)
                    : new SQLNonTransientConnectionException(message, SqlStates.CONNECTION_BROKEN, failure);
        }
        if (failure instanceof TransportException) {
            return new SQLNonTransientConnectionException(message, SqlStates.CONNECTION_BROKEN, failure);
        }
        if (failure instanceof EmbeddedLibraryException) {
            return new SQLNonTransientConnectionException(message, SqlStates.CONNECTION_NOT_MADE, failure);
        }
        if (failure instanceof MalformedDataException) {
            return new SQLNonTransientConnectionException(message, SqlStates.PROTOCOL_VIOLATION, failure);
        }
        if (failure instanceof UnsupportedTypeException) {
            SQLException unsupported = new SQLFeatureNotSupportedException(message, SqlStates.NOT_SUPPORTED);
            unsupported.initCause(failure);
            return unsupported;
        }
        if (failure instanceof ConversionException) {
            String state = message.contains("range") ? SqlStates.OUT_OF_RANGE : SqlStates.CONVERSION;
            return new SQLDataException(message, state, failure);
        }
        if (failure instanceof ConfigurationException) {
            return new SQLNonTransientException(message, SqlStates.INVALID_ARGUMENT, failure);
        }
        return new SQLNonTransientException(failure.toString(), SqlStates.GENERAL, failure);
    }

    private static SQLException ofServer(ServerException failure, String message) {
        int code = failure.code();
        String state = failure instanceof AuthenticationException ? SqlStates.AUTHENTICATION : SqlStates.of(code);
        return switch (state.substring(0, 2)) {
            case "08" -> new SQLTransientConnectionException(message, state, code, failure);
            case "0A" -> new SQLFeatureNotSupportedException(message, state, code, failure);
            case "22" -> new SQLDataException(message, state, code, failure);
            case "23" -> new SQLIntegrityConstraintViolationException(message, state, code, failure);
            case "28" -> new SQLInvalidAuthorizationSpecException(message, state, code, failure);
            case "3D", "42" -> new SQLSyntaxErrorException(message, state, code, failure);
            case "53" -> new SQLTransientException(message, state, code, failure);
            case "HY" ->
                state.equals(SqlStates.TIMEOUT)
                        ? new SQLTimeoutException(message, state, code, failure)
                        : new SQLException(message, state, code, failure);
            default -> new SQLNonTransientException(message, state, code, failure);
        };
    }

    /** A feature that ClickHouse or this driver does not have. */
    public static SQLFeatureNotSupportedException notSupported(String what) {
        return new SQLFeatureNotSupportedException(what + " is not supported", SqlStates.NOT_SUPPORTED);
    }

    /** A value that cannot become what was asked for. */
    public static SQLDataException conversion(String problem) {
        return new SQLDataException(problem, SqlStates.CONVERSION);
    }

    /** A value outside of the range of what was asked for. */
    public static SQLDataException outOfRange(String problem) {
        return new SQLDataException(problem, SqlStates.OUT_OF_RANGE);
    }

    /** An argument that makes no sense. */
    public static SQLException invalidArgument(String problem) {
        return new SQLNonTransientException(problem, SqlStates.INVALID_ARGUMENT);
    }

    /** An argument that must be there. */
    public static <T> T required(@Nullable T value, String what) throws SQLException {
        if (value == null) {
            throw invalidArgument("The " + what + " is null");
        }
        return value;
    }

    /** A column, or the parameter, that is not there. */
    public static SQLException noColumn(String problem) {
        return new SQLSyntaxErrorException(problem, SqlStates.NO_COLUMN);
    }

    /** A call that the state of the object does not allow. */
    public static SQLException wrongState(String problem) {
        return new SQLNonTransientException(problem, SqlStates.STATE);
    }

    /** A statement that is not SQL as far as the driver can tell. */
    public static SQLSyntaxErrorException syntax(String problem) {
        return new SQLSyntaxErrorException(problem, SqlStates.SYNTAX);
    }

    /** Use of a connection after its end. */
    public static SQLException connectionClosed() {
        return new SQLNonTransientConnectionException("The connection is closed", SqlStates.CONNECTION_CLOSED);
    }

    /** A limit of time that the driver itself keeps. */
    public static SQLTimeoutException timeout(String problem) {
        return new SQLTimeoutException(problem, SqlStates.TIMEOUT);
    }
}
