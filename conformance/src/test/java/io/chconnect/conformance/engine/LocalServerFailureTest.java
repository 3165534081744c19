package io.chconnect.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.EngineLibrary;
import io.chconnect.engine.LibraryOptions;
import io.chconnect.engine.ServerOptions;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.TimeoutException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerFailureTest {
    @TempDir
    Path directory;

    @Test
    void aBusyPortIsNamed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertFails(ServerOptions.builder().httpPort(port), ConfigurationException.class, "HTTP port " + port);
            assertFails(ServerOptions.builder().tcpPort(port), ConfigurationException.class, "TCP port " + port);
        }
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertFails(
                ServerOptions.builder().dataDirectory(file.resolve("data")),
                ConfigurationException.class,
                "data directory " + file.resolve("data") + " is not writable");
        assertFails(
                ServerOptions.builder().dataDirectory(Path.of("/proc/self")),
                ConfigurationException.class,
                "data directory /proc/self is not writable");
    }

    @Test
    void aDataDirectoryInUseIsAnError() {
        ServerOptions options =
                ServerOptions.builder().dataDirectory(directory.resolve("data")).build();
        try (ClickHouseServer server = ClickHouseServer.start(options)) {
            assertThat(server.isAlive()).isTrue();
            assertThatThrownBy(() -> ClickHouseServer.start(options))
                    .isInstanceOf(EmbeddedLibraryException.class)
                    .hasMessageContaining("Another server instance in same directory is already running");
        }
    }

    @Test
    void aCutLibraryIsNamed() throws IOException {
        Path cut = directory.resolve("libchdb.so");
        try (FileChannel from = FileChannel.open(EngineLibrary.locate(), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(cut, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            from.transferTo(0, 1_000_000, to);
        }

        assertFails(library(cut), EmbeddedLibraryException.class, cut + ", named by the library options");
        assertFails(library(cut), EmbeddedLibraryException.class, "cut short or damaged");
    }

    @Test
    void aDamagedLibraryIsAnErrorNotAHang() throws IOException {
        Path damaged = directory.resolve("libchdb.so");
        ByteBuffer header = ByteBuffer.allocate(4096);
        try (FileChannel from = FileChannel.open(EngineLibrary.locate(), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(damaged, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            from.read(header);
            to.write(header.flip());
            to.write(ByteBuffer.allocate(1), from.size() - 1);
        }

        assertFails(library(damaged), EmbeddedLibraryException.class, "a local server ended while it started");
    }

    @Test
    void settingsTheEngineRefusesAreAnError() {
        assertFails(
                ServerOptions.builder().serverSetting("max_server_memory_usage", "much"),
                EmbeddedLibraryException.class,
                "Its log ends: ");
    }

    @Test
    void theStartTimeIsBounded() {
        assertFails(
                ServerOptions.builder().startTimeout(Duration.ofMillis(1)),
                TimeoutException.class,
                "not ready within 1 ms");
    }

    @Test
    void anInterruptStopsTheStart() {
        Thread.currentThread().interrupt();

        assertFails(ServerOptions.builder(), CancelledException.class, "interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static ServerOptions.Builder library(Path path) {
        return ServerOptions.builder().library(LibraryOptions.defaults().withPath(path));
    }

    private static void assertFails(ServerOptions.Builder options, Class<? extends Throwable> type, String message) {
        assertThatThrownBy(() -> ClickHouseServer.start(options.build()))
                .isInstanceOf(type)
                .hasMessageContaining(message);
    }
}
