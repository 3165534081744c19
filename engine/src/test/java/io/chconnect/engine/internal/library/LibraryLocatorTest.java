package io.chconnect.engine.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.EngineLibrary;
import io.chconnect.engine.FetchListener;
import io.chconnect.engine.LibraryOptions;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryLocatorTest {
    private static final LibraryOptions OPTIONS = LibraryOptions.defaults().withFetchListener(FetchListener.silent());

    @TempDir
    Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private final Properties properties = new Properties();
    private byte[] library = new byte[0];
    private PinnedPackage pinned = PinnedPackage.CURRENT;
    private List<String> npm = List.of();

    @BeforeEach
    void prepare() throws IOException {
        properties.setProperty("os.name", "Linux");
        properties.setProperty("os.arch", "amd64");
        variables.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        library = FakePackage.elf(5000);
        byte[] archive = FakePackage.tarGz(library);
        Files.write(directory.resolve("archive"), archive);
        pinned = FakePackage.pinned(archive, library.length);
        npm = FakePackage.npm(directory, "cp '" + directory.resolve("archive") + "' \"$DIR/fake.tgz\"");
    }

    @Test
    void theGivenPathWins() throws IOException {
        variables.put(
                EngineLibrary.ENVIRONMENT_VARIABLE,
                write("variable.so", library).toString());
        properties.setProperty(
                EngineLibrary.SYSTEM_PROPERTY, write("property.so", library).toString());
        Path option = write("option.so", library);

        assertThat(locate(OPTIONS.withPath(option))).isEqualTo(option);
    }

    @Test
    void theSystemPropertyComesBeforeTheEnvironmentVariable() throws IOException {
        Path variable = write("variable.so", library);
        Path property = write("property.so", library);
        variables.put(EngineLibrary.ENVIRONMENT_VARIABLE, variable.toString());
        assertThat(locate(OPTIONS)).isEqualTo(variable);

        properties.setProperty(EngineLibrary.SYSTEM_PROPERTY, property.toString());
        assertThat(locate(OPTIONS)).isEqualTo(property);
    }

    @Test
    void theCacheComesBeforeTheClassPath() throws IOException {
        Path cached = locate(OPTIONS);
        Path onClassPath = classPathFile();

        try (URLClassLoader loader = loader(directory.resolve("classes"))) {
            assertThat(locate(OPTIONS, loader)).isEqualTo(cached);
            Files.delete(cached);
            assertThat(locate(OPTIONS, loader)).isEqualTo(onClassPath);
        }
    }

    @Test
    void aLibraryInAJarIsUnpackedOnce() throws IOException {
        Path jar = directory.resolve("native.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("io/chconnect/engine/native/linux-x86_64-gnu/libchdb.so"));
            out.write(library);
        }
        try (URLClassLoader loader = loader(jar)) {
            Path first = locate(OPTIONS, loader);
            Object key = Files.readAttributes(first, "unix:ino").get("ino");

            assertThat(first).hasBinaryContent(library).startsWith(cacheRoot());
            assertThat(locate(OPTIONS, loader)).isEqualTo(first);
            assertThat(Files.readAttributes(first, "unix:ino").get("ino")).isEqualTo(key);
        }
    }

    @Test
    void theCacheIsBelowHomeWithoutXdg() {
        variables.remove("XDG_CACHE_HOME");
        variables.put("HOME", directory.resolve("home").toString());
        properties.setProperty("user.home", directory.resolve("other").toString());

        assertThat(locate(OPTIONS)).startsWith(directory.resolve("home/.cache/clickhouse-connect"));
    }

    @Test
    void aRelativeXdgCacheHomeIsIgnored() {
        variables.put("XDG_CACHE_HOME", "cache");
        variables.put("HOME", directory.resolve("home").toString());

        assertThat(locate(OPTIONS)).startsWith(directory.resolve("home/.cache/clickhouse-connect"));
    }

    @Test
    void aHalfWrittenFileInTheCacheIsReplaced() throws IOException {
        Path cached = locate(OPTIONS);
        Files.write(cached, new byte[100]);

        assertThat(locate(OPTIONS)).isEqualTo(cached).hasBinaryContent(library);
    }

    @Test
    void aNamedFileThatIsMissingIsAnError() {
        Path missing = directory.resolve("missing.so");
        variables.put(EngineLibrary.ENVIRONMENT_VARIABLE, missing.toString());

        assertThatThrownBy(() -> locate(OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("environment variable " + EngineLibrary.ENVIRONMENT_VARIABLE)
                .hasMessageContaining("there is no such file")
                .hasMessageContaining("unset the variable");
    }

    @Test
    void aNamedFileThatIsDamagedIsAnError() throws IOException {
        byte[] cut = new byte[4000];
        System.arraycopy(library, 0, cut, 0, cut.length);
        byte[] arm = library.clone();
        arm[0x12] = (byte) 183;

        assertProblem(write("cut.so", cut), "it is cut short or damaged: it holds 4000 bytes");
        assertProblem(write("short.so", new byte[10]), "it holds only 10 bytes");
        assertProblem(write("text.so", "x".repeat(100).getBytes(StandardCharsets.UTF_8)), "it is not an ELF file");
        assertProblem(write("arm.so", arm), "it is made for ELF machine 183");
        assertProblem(directory, "it is not a regular file");
    }

    @Test
    void offlineNamesEveryPlaceAndEveryWay() throws IOException {
        npm = FakePackage.npm(directory, "echo 'npm error code ENOTFOUND' >&2; exit 1");

        assertThatThrownBy(() -> locate(OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining(EngineLibrary.SYSTEM_PROPERTY)
                .hasMessageContaining(EngineLibrary.ENVIRONMENT_VARIABLE)
                .hasMessageContaining(cacheRoot().toString())
                .hasMessageContaining("io/chconnect/engine/native/linux-x86_64-gnu/libchdb.so")
                .hasMessageContaining("npm could not fetch @fake/lib@1.2.3 (exit code 1)")
                .hasMessageContaining("npm error code ENOTFOUND")
                .hasMessageContaining("To provide it:");
    }

    @Test
    void aMissingNpmIsNamed() {
        npm = List.of(directory.resolve("no-npm").toString());

        assertThatThrownBy(() -> locate(OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("cannot run " + directory.resolve("no-npm"));
    }

    @Test
    void fetchingCanBeTurnedOff() {
        assertThatThrownBy(() -> locate(OPTIONS.withFetch(false)))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("fetching is turned off");
        assertThat(cacheRoot()).doesNotExist();
    }

    @Test
    void platformsWithoutALibraryAreNamed() {
        properties.setProperty("os.name", "Windows 11");
        assertThatThrownBy(() -> locate(OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("windows-x86_64")
                .hasMessageContaining("not for Windows");

        properties.setProperty("os.name", "Linux");
        HostEnvironment musl = new HostEnvironment(variables, properties, true, npm, null);
        assertThatThrownBy(() -> new LibraryLocator(musl, pinned).locate(OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("linux-x86_64-musl")
                .hasMessageContaining("musl (Alpine)");
    }

    @Test
    void otherPlatformsAreNotFetchedFor() {
        properties.setProperty("os.name", "Mac OS X");
        properties.setProperty("os.arch", "aarch64");

        assertThatThrownBy(() -> locate(OPTIONS))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining("fetching works on linux-x86_64-gnu only");
    }

    private void assertProblem(Path file, String problem) {
        assertThatThrownBy(() -> locate(OPTIONS.withPath(file)))
                .isInstanceOf(EmbeddedLibraryException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem)
                .hasMessageContaining("Name a complete libchdb.so there");
    }

    private Path locate(LibraryOptions options) {
        return locate(options, null);
    }

    private Path locate(LibraryOptions options, @Nullable ClassLoader loader) {
        return new LibraryLocator(new HostEnvironment(variables, properties, false, npm, loader), pinned)
                .locate(options);
    }

    private Path cacheRoot() {
        return directory.resolve("cache/clickhouse-connect");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private Path classPathFile() throws IOException {
        Path file = directory.resolve("classes/io/chconnect/engine/native/linux-x86_64-gnu/libchdb.so");
        Files.createDirectories(file.getParent());
        return Files.write(file, library);
    }

    private static URLClassLoader loader(Path entry) throws IOException {
        return new URLClassLoader(new URL[] {entry.toUri().toURL()}, null);
    }
}
