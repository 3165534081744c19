package io.chconnect.jdbc.all.internal;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.jul.JULServiceProvider;

/**
 * Logs through {@code java.util.logging}, to loggers below {@code io.chconnect}. They are off until somebody configures
 * {@code java.util.logging}, or gives that logger a level: a tool's user did not ask for a driver's lines on the console.
 */
public final class QuietLogging extends JULServiceProvider {
    /** Held here, since the JDK forgets the levels of loggers that nobody holds. */
    private static final Logger ALL = Logger.getLogger("io.chconnect");

    /** Called by the service loader. */
    public QuietLogging() {}

    @Override
    public void initialize() {
        super.initialize();
        boolean configured = System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
        if (!configured && ALL.getLevel() == null) {
            ALL.setLevel(Level.OFF);
        }
    }
}
