package io.chconnect.testkit.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of Java.
 *
 * @param line the line of its opening fence, from 1
 * @param info the words behind {@code java} in that fence
 * @param lines what is between the fences
 * @param followingText the {@code text} block right after it, or null
 */
public record DocBlock(
        int line, String info, List<String> lines, @Nullable List<String> followingText) {
    private static final Pattern DECLARATION = Pattern.compile(
            "(@\\w|(public |private |protected |static |final |abstract |sealed )*(record|class|enum|interface) |static )");
    private static final Pattern PRINTED = Pattern.compile("System\\.out\\.println\\(.*\\);\\s*// ?(.*)");

    /** Whether it declares things for the whole page instead of doing something. */
    public boolean declares() {
        return lines.stream()
                .filter(text -> !text.isBlank() && !text.startsWith("import ") && !text.startsWith("//"))
                .findFirst()
                .map(text -> DECLARATION.matcher(text).lookingAt())
                .orElse(true);
    }

    /** Whether it does something that can be done. */
    public boolean runs() {
        return !declares() && !info.equals("no-run");
    }

    /** The lines it must print; null when the page does not say. */
    public @Nullable List<String> expected() {
        if (followingText != null) {
            return followingText.stream().map(String::stripTrailing).toList();
        }
        List<String> comments = lines.stream()
                .map(PRINTED::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).stripTrailing())
                .toList();
        return comments.isEmpty() ? null : comments;
    }

    /** The method that it becomes. */
    public String methodName() {
        return "line" + line;
    }
}
