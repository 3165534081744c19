package io.chconnect.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** Compiles the blocks of a page and runs them one after the other, in a database of their own. */
public final class PageRun {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final DocPage page;
    private final String url;
    private final Path directory;
    private final List<String> imports;
    private final String database;
    private final Client administrator;
    private final Client client;
    private @Nullable URLClassLoader loader;
    private @Nullable Object instance;

    private PageRun(DocPage page, ClickHouseServer server, Path directory, List<String> imports) {
        this.page = page;
        this.database = "docs_" + page.identifier();
        this.url = server.url() + "/" + database;
        this.directory = directory.resolve(database);
        this.imports = imports;
        this.administrator = Client.connect(server.url());
        this.client = Client.connect(url);
    }

    /** The tests of a page, in the order in which they must run. The imports are more than all pages have. */
    public static DynamicContainer tests(DocPage page, ClickHouseServer server, Path directory, List<String> imports) {
        List<DynamicTest> tests = new ArrayList<>();
        PageRun run = new PageRun(page, server, directory, imports);
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

    private void compile() throws Exception {
        administrator.command("CREATE DATABASE " + database + " ENGINE = Atomic");
        URLClassLoader compiled = PageClass.compile(page, PageSource.of(page, url, imports), directory);
        loader = compiled;
        Class<?> type = compiled.loadClass(page.identifier());
        instance = type.getConstructor().newInstance();
        type.getField("client").set(null, client);
    }

    private void run(DocBlock block) throws Exception {
        Object compiled = Objects.requireNonNull(instance, "the page does not compile");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            compiled.getClass().getMethod(block.methodName()).invoke(compiled);
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

    private void end() throws IOException {
        client.close();
        administrator.command("DROP DATABASE IF EXISTS " + database);
        administrator.close();
        if (loader != null) {
            loader.close();
        }
    }
}
