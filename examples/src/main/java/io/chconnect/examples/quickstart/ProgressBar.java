package io.chconnect.examples.quickstart;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a known number of rows has got: a line that moves on a terminal, else a line about every tenth. */
final class ProgressBar {
    private static final int WIDTH = 24;
    private static final int PLAIN_LINES = 10;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Terminal terminal;
    private final String name;
    private final long totalRows;
    private final LongSupplier nanoClock;
    private final long start;
    private long rows;
    private long bytes;
    private long drawnAt;
    private long drawnTenths;

    ProgressBar(Terminal terminal, String name, long totalRows, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.name = name;
        this.totalRows = totalRows;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.drawnAt = start - REDRAW_NANOS;
    }

    void advance(int moreRows, long moreBytes) {
        rows += moreRows;
        bytes += moreBytes;
        long now = nanoClock.getAsLong();
        if (terminal.interactive()) {
            if (now - drawnAt >= REDRAW_NANOS) {
                drawnAt = now;
                terminal.out().print("\r" + text(now));
                terminal.out().flush();
            }
        } else {
            long tenths = rows * PLAIN_LINES / Math.max(1, totalRows);
            if (tenths > drawnTenths && rows < totalRows) {
                drawnTenths = tenths;
                terminal.line(text(now).stripTrailing());
            }
        }
    }

    /** Draws the last state; nothing is to follow. */
    void finish() {
        terminal.line((terminal.interactive() ? "\r" : "") + text(nanoClock.getAsLong()));
    }

    private String text(long now) {
        double seconds = Math.max(1, now - start) / 1e9;
        double part = totalRows == 0 ? 1 : (double) rows / totalRows;
        String time = rows < totalRows
                ? clock(seconds * (totalRows - rows) / Math.max(1, rows)) + " left "
                : clock(seconds) + " total";
        return String.format(
                Locale.ROOT,
                "%-7s %s %3d %%  %,11d rows  %,11.0f rows/s  %6.1f MB/s  %s",
                name,
                terminal.bar(part, WIDTH),
                (int) (100 * part),
                rows,
                rows / seconds,
                bytes / seconds / 1e6,
                time);
    }

    private static String clock(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%4.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%3d:%02d", whole / 60, whole % 60);
    }
}
