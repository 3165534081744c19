package io.chconnect.engine.internal.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Elements below others, given by their names with dots between; the engine reads the first of equal sections only. */
    XmlWriter paths(Map<String, String> texts) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            int dot = path.indexOf('.');
            String first = dot < 0 ? path : path.substring(0, dot);
            sections.computeIfAbsent(first, name -> new LinkedHashMap<>())
                    .put(dot < 0 ? "" : path.substring(dot + 1), text);
        });
        sections.forEach((name, below) -> {
            String text = below.get("");
            if (text == null) {
                begin(name).paths(below).end();
            } else {
                element(name, text);
            }
        });
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
