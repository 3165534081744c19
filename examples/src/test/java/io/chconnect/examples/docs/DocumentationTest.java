package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.docs.DocPage;
import io.chconnect.testkit.docs.PageRun;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every Java block of the documentation compiles, runs on the engine and prints what its page says. */
@ClickHouseServerTest
@Timeout(60)
class DocumentationTest {
    /** Needs a newer JDK than the other pages; the module jooq runs it. */
    private static final String ELSEWHERE = "jooq";

    private final ClickHouseServer server;

    @TempDir
    private Path directory;

    DocumentationTest(ClickHouseServer server) {
        this.server = server;
    }

    @TestFactory
    Stream<DynamicContainer> pages() throws IOException {
        List<DocPage> pages = DocPage.all();
        assertThat(pages).extracting(DocPage::identifier).contains("README", "index", ELSEWHERE);
        return pages.stream()
                .filter(page -> !page.blocks().isEmpty())
                .filter(page -> !page.identifier().equals(ELSEWHERE))
                .map(page -> PageRun.tests(page, server, directory, List.of()));
    }
}
