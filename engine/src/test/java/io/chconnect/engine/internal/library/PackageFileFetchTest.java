package io.chconnect.engine.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.FetchListener;
import io.chconnect.engine.PackageFile;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFileFetchTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] DATA = FakePackage.elf(5000);

    @TempDir
    Path directory;

    @Test
    void theFileIsFetchedOnceIntoTheUserCache() throws IOException {
        PackageFileFetch fetch = fetch(DATA.length, "cp ../../archive \"$DIR/a.tgz\"");

        Path file = fetch.locate(LIMIT, FetchListener.silent());

        assertThat(file)
                .isEqualTo(directory.resolve("cache/clickhouse-connect/fake-lib-1.2.3/libchdb.so"))
                .hasBinaryContent(DATA);
        assertThat(fetch(DATA.length, "exit 1").locate(LIMIT, FetchListener.silent()))
                .isEqualTo(file);
    }

    @Test
    void aFileOfAnotherSizeIsRefused() throws IOException {
        PackageFileFetch fetch = fetch(DATA.length + 1, "cp ../../archive \"$DIR/a.tgz\"");

        assertThatThrownBy(() -> fetch.locate(LIMIT, FetchListener.silent()))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("package/libchdb.so of @fake/lib@1.2.3")
                .hasMessageContaining("holds 5000 bytes instead of 5001");
    }

    private PackageFileFetch fetch(long size, String script) throws IOException {
        byte[] archive = FakePackage.tarGz(DATA);
        Files.write(directory.resolve("archive"), archive);
        PinnedPackage pinned = FakePackage.pinned(archive, size);
        String command =
                script.replace("../../archive", directory.resolve("archive").toString());
        HostEnvironment environment = new HostEnvironment(
                Map.of("XDG_CACHE_HOME", directory.resolve("cache").toString()),
                new Properties(),
                false,
                FakePackage.npm(directory, command),
                null);
        return new PackageFileFetch(
                new PackageFile(pinned.name(), pinned.version(), pinned.sha512(), pinned.member(), size), environment);
    }
}
