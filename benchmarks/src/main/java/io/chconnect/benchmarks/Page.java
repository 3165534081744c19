package io.chconnect.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts figures into a page, between the two lines that mark their place. */
public final class Page {
    private Page() {}

    /**
     * Replaces the figures of a page.
     *
     * @param page the page; one that is not there is made of the figures alone
     * @param name which figures
     * @param text Markdown
     * @throws IOException when the page does not mark their place, or cannot be written
     */
    public static void put(Path page, String name, String text) throws IOException {
        String begin = "<!-- figures of " + name + ": made by benchmarks/run -->\n";
        String end = "<!-- end of the figures of " + name + " -->\n";
        String old = Files.exists(page) ? Files.readString(page) : begin + end;
        int from = old.indexOf(begin);
        int to = old.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(
                    page + " does not mark the place of the figures of " + name + " with the lines " + begin + end);
        }
        Files.writeString(page, old.substring(0, from) + begin + "\n" + text.strip() + "\n\n" + old.substring(to));
    }
}
