package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.testkit.docs.DocPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links inside the documentation lead somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    @Test
    void everyLinkToAFileOrHeadingLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (DocPage page : DocPage.all()) {
            for (String line : page.lines()) {
                Matcher matcher = LINK.matcher(CODE.matcher(line).replaceAll(""));
                while (matcher.find()) {
                    String target = matcher.group(1);
                    if (!target.startsWith("http") && !leads(page.path(), target)) {
                        broken.add(page.path() + ": " + target);
                    }
                    links++;
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isPositive();
    }

    private static boolean leads(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty() ? page : page.resolveSibling(file);
        if (!Files.exists(path)) {
            return false;
        }
        return hash < 0
                || Files.readAllLines(path, StandardCharsets.UTF_8).stream()
                        .anyMatch(line -> line.startsWith("#") && anchor(line).equals(target.substring(hash + 1)));
    }

    /** As the usual renderers of Markdown name headings. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ +", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
