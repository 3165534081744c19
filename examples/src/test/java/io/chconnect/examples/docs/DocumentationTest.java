package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every Java block of the documentation compiles, runs on the engine and prints what its page says. */
@ClickHouseServerTest
@Timeout(60)
class DocumentationTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ClickHouseServer server;

    @TempDir
    private Path directory;

    DocumentationTest(ClickHouseServer server) {
        this.server = server;
    }

    @TestFactory
    Stream<DynamicContainer> pages() throws IOException {
        List<DocPage> pages = DocPage.all();
        assertThat(pages).extracting(DocPage::identifier).contains("README", "index");
        return pages.stream().filter(page -> !page.blocks().isEmpty()).map(this::tests);
    }

    private DynamicContainer tests(DocPage page) {
        List<DynamicTest> tests = new ArrayList<>();
        Run run = new Run(page);
        tests.add(DynamicTest.dynamicTest("compiles", run::compile));
        for (DocBlock block : page.blocks()) {
            if (block.runs()) {
                tests.add(DynamicTest.dynamicTest(
                        "line " + block.line(), () -> assertTimeoutPreemptively(LIMIT, () -> run.run(block))));
            }
        }
        tests.add(DynamicTest.dynamicTest("ends", run::end));
        return DynamicContainer.dynamicContainer(String.valueOf(page.path().getFileName()), tests);
    }

    /** The blocks of a page run one after the other in a database of their own. */
    private final class Run {
        private final DocPage page;
        private final String database;
        private final Client administrator = Client.connect(server.url());
        private final Client client;
        private URLClassLoader loader;
        private Object instance;

        Run(DocPage page) {
            this.page = page;
            this.database = "docs_" + page.identifier();
            this.client = Client.connect(server.url() + "/" + database);
        }

        void compile() throws Exception {
            administrator.command("CREATE DATABASE " + database + " ENGINE = Atomic");
            String source = PageSource.of(page, server.url() + "/" + database);
            loader = PageClass.compile(page, source, directory.resolve(database));
            Class<?> type = loader.loadClass(page.identifier());
            instance = type.getConstructor().newInstance();
            type.getField("client").set(null, client);
        }

        void run(DocBlock block) throws Exception {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintStream before = System.out;
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                instance.getClass().getMethod(block.methodName()).invoke(instance);
            } catch (InvocationTargetException e) {
                throw new AssertionError(page.path() + ":" + block.line() + ": " + e.getCause(), e.getCause());
            } finally {
                System.setOut(before);
            }
            List<String> expected = block.expected();
            if (expected != null) {
                assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(String::stripTrailing))
                        .as(page.path() + ":" + block.line())
                        .containsExactlyElementsOf(expected);
            }
        }

        void end() throws IOException {
            client.close();
            administrator.command("DROP DATABASE IF EXISTS " + database);
            administrator.close();
            if (loader != null) {
                loader.close();
            }
        }
    }
}
