package io.chconnect.testkit.logs;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that hands everything to {@link TraceLogs}. */
final class TraceLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    TraceLogger(String loggerName) {
        this.name = loggerName;
    }

    @Override
    public boolean isTraceEnabled() {
        return !TraceLogs.isSilent();
    }

    @Override
    public boolean isDebugEnabled() {
        return !TraceLogs.isSilent();
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        StringWriter text = new StringWriter();
        text.append(name).append(' ').append(level.toString()).append(' ');
        text.append(MessageFormatter.basicArrayFormat(pattern, arguments));
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        TraceLogs.add(text.toString());
    }
}
