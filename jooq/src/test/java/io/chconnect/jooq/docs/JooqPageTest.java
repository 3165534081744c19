package io.chconnect.jooq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.jooq.codegen.Flights;
import io.chconnect.testkit.docs.DocBlock;
import io.chconnect.testkit.docs.DocPage;
import io.chconnect.testkit.docs.PageRun;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page on jOOQ: its Java runs, its configuration generates code, and its table has every row. */
@ClickHouseServerTest
@Timeout(120)
class JooqPageTest {
    private static final List<String> ROWS =
            IntStream.rangeClosed(1, 31).mapToObj(i -> "A" + i).toList();
    private static final Pattern ROW = Pattern.compile("\\| (A\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern SHOWN = Pattern.compile("A(\\d+)(?: to A(\\d+))?");

    private final ClickHouseServer server;
    private final DocPage page;

    @TempDir
    private Path directory;

    JooqPageTest(ClickHouseServer server) throws IOException {
        this.server = server;
        this.page = DocPage.at("docs/jooq.md");
    }

    @TestFactory
    DynamicContainer blocks() {
        return PageRun.tests(page, server, directory, List.of());
    }

    @Test
    void everyRowIsThereOnceAndNamesTestsThatExist() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : page.lines()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            rows.add(row.group(1));
            Matcher named = NAMED.matcher(row.group(2));
            assertThat(named.find()).as(line).isTrue();
            do {
                assertThat(exists(named.group(1) + ".java")).as(line).isTrue();
            } while (named.find());
        }
        assertThat(rows).isEqualTo(ROWS);
    }

    private static boolean exists(String fileName) throws IOException {
        for (String module : List.of("jooq", "jdbc")) {
            try (Stream<Path> files = Files.walk(DocPage.root().resolve(module).resolve("src/test"))) {
                if (files.anyMatch(file -> file.endsWith(fileName))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A1 is the URL, which the first block has. */
    @Test
    void everyRowIsShownInJavaThatRuns() {
        List<String> shown = new ArrayList<>(List.of("A1"));
        for (DocBlock block : page.blocks()) {
            for (String line : block.runs() ? block.lines() : List.<String>of()) {
                Matcher numbers = SHOWN.matcher(line.startsWith("// A") ? line : "");
                while (numbers.find()) {
                    int first = Integer.parseInt(numbers.group(1));
                    int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
                    IntStream.rangeClosed(first, last).forEach(i -> shown.add("A" + i));
                }
            }
        }
        assertThat(shown).containsAll(ROWS);
    }

    @Test
    void theConfigurationGeneratesCode() throws Exception {
        String text = page.lines().stream()
                .dropWhile(line -> !line.equals("```xml"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .collect(Collectors.joining("\n"));
        Configuration configuration = GenerationTool.load(new ByteArrayInputStream(text.replace(
                        "<configuration>", "<configuration xmlns=\"http://www.jooq.org/xsd/jooq-codegen-3.21.0.xsd\">")
                .replace("http://default:password@localhost:8123", server.url())
                .getBytes(StandardCharsets.UTF_8)));
        configuration.getGenerator().getTarget().setDirectory(directory.toString());
        try (Client client = Client.connect(server.url())) {
            client.command("CREATE DATABASE flights ENGINE = Atomic");
            Flights.create(client, "flights");
            try {
                GenerationTool.generate(configuration);
            } finally {
                client.command("DROP DATABASE flights");
            }
        }
        assertThat(Files.readString(directory.resolve("com/example/flights/tables/Every.java")))
                .contains("TableField<EveryRecord, DayOfWeek> WEEKDAY")
                .contains("package com.example.flights.tables;");
    }
}
