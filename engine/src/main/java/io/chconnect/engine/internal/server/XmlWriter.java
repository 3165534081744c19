package io.chconnect.engine.internal.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements with text, indented. Attributes and mixed content are not needed here. */
final class XmlWriter {
    private final StringBuilder out = new StringBuilder(1024);
    private final Deque<String> open = new ArrayDeque<>();

    XmlWriter begin(String name) {
        indent().append('<').append(name).append(">\n");
        open.push(name);
        return this;
    }

    XmlWriter end() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    XmlWriter element(String name, String text) {
        indent().append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element below others, given by their names with dots between. */
    XmlWriter path(String path, String text) {
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            begin(names[i]);
        }
        element(names[names.length - 1], text);
        for (int i = 0; i < names.length - 1; i++) {
            end();
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(open.size()));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }
}
