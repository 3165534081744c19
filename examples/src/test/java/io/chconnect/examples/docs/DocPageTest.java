package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.testkit.docs.DocBlock;
import io.chconnect.testkit.docs.DocPage;
import io.chconnect.testkit.docs.PageClass;
import io.chconnect.testkit.docs.PageSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The convention of the documentation's Java blocks. */
class DocPageTest {
    @TempDir
    private Path directory;

    @Test
    void commentsBehindPrintlnAreTheExpectedOutput() {
        DocBlock block =
                block("```java", "System.out.println(1 + 1); // 2", "System.out.println(\"a\");  // a b", "```");

        assertThat(block.runs()).isTrue();
        assertThat(block.expected()).containsExactly("2", "a b");
    }

    @Test
    void aTextBlockRightBehindIsTheExpectedOutput() {
        DocBlock block = block("```java", "print();", "```", "", "```text", "one", "two ", "```");

        assertThat(block.expected()).containsExactly("one", "two");
    }

    @Test
    void aTextBlockFurtherDownIsNot() {
        assertThat(block("```java", "print();", "```", "Something else:", "```text", "one", "```")
                        .expected())
                .isNull();
    }

    @Test
    void aBlockMayBeMarkedNotToRun() {
        assertThat(block("```java no-run", "int x = 1;", "```").runs()).isFalse();
    }

    @Test
    void anUnknownMarkIsAnError() {
        assertThatThrownBy(() -> block("```java norun", "int x = 1;", "```"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md:1");
    }

    @Test
    void declarationsDoNotRun() {
        assertThat(block("```java", "record Person(String name) {}", "```").declares())
                .isTrue();
        assertThat(block("```java", "import java.util.List;", "", "public class Person {", "}", "```")
                        .declares())
                .isTrue();
        assertThat(block("```java", "recorded();", "```").declares()).isFalse();
    }

    @Test
    void anErrorOfTheCompilerNamesTheLineOfThePage() {
        DocPage page = page("# Title", "", "```java", "int x = 1;", "int y = z;", "```");

        assertThatThrownBy(() -> PageClass.compile(page, PageSource.of(page, "http://other", List.of()), directory))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md:5: ");
    }

    @Test
    void onlyTheUrlIsReplaced() {
        DocPage page = page(
                "```java",
                "Client.connect(\"http://default:password@localhost:8123/db?client_name=x\").close();",
                "```");

        assertThat(PageSource.of(page, "http://127.0.0.1:1/docs", List.of()))
                .contains("Client.connect(\"http://127.0.0.1:1/docs?client_name=x\").close();");
    }

    private static DocBlock block(String... lines) {
        return page(lines).blocks().get(0);
    }

    private static DocPage page(String... lines) {
        return DocPage.of(Path.of("page.md"), List.of(lines));
    }
}
