package io.chconnect.engine.internal.library;

import io.chconnect.engine.EngineLibrary;
import io.chconnect.engine.FetchListener;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a few lines per fetch. */
public final class PrintingFetchListener implements FetchListener {
    private static final int PERCENT_PER_LINE = 10;
    private static final double MEGABYTE = 1e6;

    private final PrintStream out;

    /**
     * Creates the listener.
     *
     * @param out where to print
     */
    public PrintingFetchListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void progress(Step step, long done, long total) {
        switch (step) {
            case DOWNLOAD ->
                print("fetching " + EngineLibrary.PACKAGE + "@" + EngineLibrary.VERSION
                        + " with npm into the user cache (180 MB, once)");
            case UNPACK -> printUnpacked(done, total);
            case DONE -> print("engine library ready");
            default -> {}
        }
    }

    private void printUnpacked(long done, long total) {
        long percent = total == 0 ? 0 : 100 * done / total;
        long before = total == 0 ? 0 : 100 * Math.max(0, done - UnpackProgress.STEP_BYTES) / total;
        if (percent / PERCENT_PER_LINE > before / PERCENT_PER_LINE) {
            print(String.format(Locale.ROOT, "unpacked %d %% of %.0f MB", percent, total / MEGABYTE));
        }
    }

    private void print(String line) {
        out.println("[clickhouse-connect] " + line);
    }
}
