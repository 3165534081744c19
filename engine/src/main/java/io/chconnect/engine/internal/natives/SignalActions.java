package io.chconnect.engine.internal.natives;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * What the process does on the signals of faults, kept by the operating system's own structures. The JVM lives on them (a
 * null check is a SIGSEGV), and libchdb 26.7.0 resets them when it is asked to leave them alone, and at each connection.
 */
final class SignalActions implements AutoCloseable {
    /** SIGILL, SIGTRAP, SIGABRT, SIGBUS on Linux, SIGFPE, SIGBUS on macOS, SIGSEGV. */
    private static final int[] FAULTS = {4, 5, 6, 7, 8, 10, 11};

    /** More than a struct sigaction of any platform. */
    private static final int BYTES = 512;

    private final Function sigaction = NativeLibrary.getProcess().getFunction("sigaction");
    private final Memory actions = new Memory((long) FAULTS.length * BYTES);
    private final boolean[] known = new boolean[FAULTS.length];

    private SignalActions() {
        for (int i = 0; i < FAULTS.length; i++) {
            known[i] = sigaction.invokeInt(new Object[] {FAULTS[i], Pointer.NULL, action(i)}) == 0;
        }
    }

    static SignalActions current() {
        return new SignalActions();
    }

    /** Whether the process still does what it did then. */
    boolean areInForce() {
        try (SignalActions now = current()) {
            for (int i = 0; i < FAULTS.length; i++) {
                // Every platform's structure begins with the handler.
                if (known[i] && now.action(i).getLong(0) != action(i).getLong(0)) {
                    return false;
                }
            }
            return true;
        }
    }

    void restore() {
        for (int i = 0; i < FAULTS.length; i++) {
            if (known[i]) {
                sigaction.invokeInt(new Object[] {FAULTS[i], action(i), Pointer.NULL});
            }
        }
    }

    @Override
    public void close() {
        actions.close();
    }

    private Pointer action(int index) {
        return actions.share((long) index * BYTES, BYTES);
    }
}
