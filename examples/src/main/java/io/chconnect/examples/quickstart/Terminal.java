package io.chconnect.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the quickstart prints.
 *
 * @param out the stream
 * @param interactive whether a line can be written again
 * @param unicode whether more than ASCII can be shown
 */
record Terminal(PrintStream out, boolean interactive, boolean unicode) {
    /** The system property by which the start script says whether standard output is a terminal. */
    static final String PROPERTY = "quickstart.terminal";

    static Terminal system() {
        boolean unicode = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .map(value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .orElse(false);
        Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        boolean interactive = Boolean.getBoolean(PROPERTY) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset), interactive, unicode);
    }

    void line(String text) {
        out.println(text);
    }

    /** A bar of some of a width. */
    String bar(double part, int width) {
        int filled = (int) Math.round(Math.min(1, Math.max(0, part)) * width);
        return (unicode ? "█" : "#").repeat(filled) + (unicode ? "·" : ".").repeat(width - filled);
    }
}
