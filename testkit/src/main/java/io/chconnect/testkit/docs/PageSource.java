package io.chconnect.testkit.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one class of a page. Line n of the class is line n of the page, so that errors point into the page. */
public final class PageSource {
    private static final String IMPORTS = Stream.of(
                    "io.chconnect.client.*",
                    "io.chconnect.client.config.*",
                    "io.chconnect.client.transport.*",
                    "io.chconnect.codec.*",
                    "io.chconnect.codec.column.*",
                    "io.chconnect.error.*",
                    "io.chconnect.types.*",
                    "io.chconnect.types.value.*",
                    "java.math.*",
                    "java.nio.charset.StandardCharsets",
                    "java.nio.file.*",
                    "java.time.*",
                    "java.util.*",
                    "java.util.stream.*")
            .map(name -> "import " + name + "; ")
            .collect(Collectors.joining());
    private static final Pattern URL = Pattern.compile("http://([^@/\"]*@)?localhost:8123(/[^?\"]*)?");
    private static final Pattern CLASS = Pattern.compile("^(public |final |abstract )*class ");

    private PageSource() {}

    /** The class of a page whose client is of a URL. The imports are more than all pages have. */
    public static String of(DocPage page, String url, List<String> moreImports) {
        String[] source = new String[page.lines().size() + 2];
        Arrays.fill(source, "");
        List<String> imports = new ArrayList<>(moreImports);
        for (DocBlock block : page.blocks()) {
            source[block.line() - 1] =
                    block.declares() ? "" : "public void " + block.methodName() + "() throws Exception {";
            for (int i = 0; i < block.lines().size(); i++) {
                String line = block.lines().get(i);
                if (line.startsWith("import ")) {
                    imports.add(line);
                    continue;
                }
                String code = URL.matcher(line).replaceAll(url);
                source[block.line() + i] =
                        block.declares() && CLASS.matcher(code).lookingAt() ? "static " + code : code;
            }
            source[block.line() + block.lines().size()] = block.declares() ? "" : "}";
        }
        String head = IMPORTS + String.join(" ", imports) + " public class " + page.identifier()
                + " { public static Client client; ";
        source[0] = head + source[0];
        source[source.length - 1] = "}";
        return String.join("\n", source);
    }
}
