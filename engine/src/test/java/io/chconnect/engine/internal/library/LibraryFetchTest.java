package io.chconnect.engine.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.FetchListener;
import io.chconnect.engine.FetchListener.Step;
import io.chconnect.engine.LibraryOptions;
import io.chconnect.error.CancelledException;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFetchTest {
    private static final LibraryOptions OPTIONS = LibraryOptions.defaults().withFetchListener(FetchListener.silent());

    @TempDir
    Path directory;

    private LibraryCache cache;
    private byte[] library;
    private byte[] archive;
    private PinnedPackage pinned;
    private Path target;
    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    @BeforeEach
    void prepare() throws IOException {
        cache = LibraryCache.of(new HostEnvironment(
                Map.of("XDG_CACHE_HOME", directory.resolve("cache").toString()),
                new Properties(),
                false,
                List.of(),
                null));
        library = FakePackage.elf(100_000);
        archive = FakePackage.tarGz(library);
        Files.write(directory.resolve("archive"), archive);
        pinned = FakePackage.pinned(archive, library.length);
        target = cache.library(pinned.version(), Platform.LINUX_X86_64_GNU);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void fetchesChecksUnpacksAndCleansUp() throws IOException {
        List<Step> steps = new ArrayList<>();
        fetch(goodNpm()).fetch(target, OPTIONS.withFetchListener((step, done, total) -> steps.add(step)));

        assertThat(target).hasBinaryContent(library);
        assertThat(steps).containsSubsequence(Step.DOWNLOAD, Step.VERIFY, Step.UNPACK, Step.DONE);
        assertOnlyLockAnd(target.getParent());
    }

    @Test
    void aWrongChecksumIsRefused() throws IOException {
        PinnedPackage other = new PinnedPackage("@fake/lib", "1.2.3", "AAAA", pinned.member(), pinned.librarySize());

        assertThatThrownBy(() -> new LibraryFetch(other, goodNpm(), cache).fetch(target, OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("has the checksum sha512-" + pinned.sha512())
                .hasMessageContaining("instead of sha512-AAAA");
        assertThat(target).doesNotExist();
        assertOnlyLockAnd();
    }

    @Test
    void anArchiveWithoutTheLibraryIsRefused() throws IOException {
        PinnedPackage other =
                new PinnedPackage("@fake/lib", "1.2.3", pinned.sha512(), "package/other.so", pinned.librarySize());

        assertThatThrownBy(() -> new LibraryFetch(other, goodNpm(), cache).fetch(target, OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("the archive holds no package/other.so");
        assertOnlyLockAnd();
    }

    @Test
    void aListenerThatThrowsLeavesNothingBehind() throws IOException {
        FetchListener failing = (step, done, total) -> {
            if (step == Step.UNPACK) {
                throw new IllegalStateException("enough");
            }
        };
        LibraryFetch fetch = fetch(goodNpm());

        assertThatThrownBy(() -> fetch.fetch(target, OPTIONS.withFetchListener(failing)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(target).doesNotExist();
        assertOnlyLockAnd();
    }

    @Test
    void restsOfKilledFetchesAreRemoved() throws IOException {
        Path rest = Files.createDirectories(cache.root().resolve("fetch-123"));
        Files.write(rest.resolve("libchdb.so"), new byte[10]);

        fetch(goodNpm()).fetch(target, OPTIONS);

        assertOnlyLockAnd(target.getParent());
    }

    @Test
    void twoThreadsFetchOnce() throws Exception {
        Path calls = directory.resolve("calls");
        NpmPack npm = npm("echo call >> '" + calls + "'; cp '" + directory.resolve("archive") + "' \"$DIR/a.tgz\"");
        CountDownLatch start = new CountDownLatch(1);
        Callable<Boolean> task = () -> {
            start.await();
            fetch(npm).fetch(target, OPTIONS);
            return true;
        };
        List<Future<Boolean>> futures = List.of(executor.submit(task), executor.submit(task), executor.submit(task));
        start.countDown();
        for (Future<Boolean> future : futures) {
            assertThat(future.get()).isTrue();
        }

        assertThat(target).hasBinaryContent(library);
        assertThat(Files.readAllLines(calls)).hasSize(1);
    }

    @Test
    void aLockHeldElsewhereIsWaitedForInBoundedTime() throws IOException {
        cache.create();
        try (FileChannel other =
                FileChannel.open(cache.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();

            assertThatThrownBy(() -> fetch(goodNpm()).fetch(target, OPTIONS.withFetchTimeout(Duration.ofMillis(200))))
                    .isInstanceOf(EmbeddedLibraryException.class)
                    .hasMessageContaining("holds the lock " + cache.lockFile());
        }
        fetch(goodNpm()).fetch(target, OPTIONS);
        assertThat(target).exists();
    }

    @Test
    void npmIsKilledWhenItTakesTooLong() throws IOException {
        NpmPack npm = npm("echo waiting for the registry; sleep 1000");

        assertThatThrownBy(() -> fetch(npm).fetch(target, OPTIONS.withFetchTimeout(Duration.ofMillis(500))))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("did not fetch @fake/lib@1.2.3 within")
                .hasMessageContaining("waiting for the registry");
        // A killed process is there for a moment longer.
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(handle -> handle.info().commandLine().orElse("").contains("sleep 1000")))
                .allSatisfy(handle -> assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(10)));
        assertOnlyLockAnd();
    }

    @Test
    void anInterruptStopsTheFetch() throws IOException {
        NpmPack npm = npm("sleep 1000");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fetch(npm).fetch(target, OPTIONS)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anUnusableCacheIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x", StandardCharsets.UTF_8);
        LibraryCache broken = LibraryCache.of(new HostEnvironment(
                Map.of("XDG_CACHE_HOME", file.toString()), new Properties(), false, List.of(), null));

        assertThatThrownBy(() -> new LibraryFetch(pinned, goodNpm(), broken).fetch(target, OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining(broken.root().toString())
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    private void assertOnlyLockAnd(Path... others) throws IOException {
        List<Path> expected = new ArrayList<>(List.of(others));
        expected.add(cache.lockFile());
        try (var files = Files.list(cache.root())) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private LibraryFetch fetch(NpmPack npm) {
        return new LibraryFetch(pinned, npm, cache);
    }

    private NpmPack goodNpm() throws IOException {
        return npm("cp '" + directory.resolve("archive") + "' \"$DIR/fake.tgz\"");
    }

    private NpmPack npm(String script) throws IOException {
        return new NpmPack(FakePackage.npm(directory, script));
    }
}
