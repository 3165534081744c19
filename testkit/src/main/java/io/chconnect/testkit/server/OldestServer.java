package io.chconnect.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Debian's {@code clickhouse-server} 18.16 in a process of its own, the oldest that can be had. */
public final class OldestServer implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/clickhouse-server"), Path.of("/usr/sbin/clickhouse-server"));
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** Between the choice of a free port and its use another process may take it, and the server ends at once. */
    private static final int STARTS = 3;

    private static final int SHOWN_CHARACTERS = 2_000;

    private final Process process;
    private final Path directory;
    private final String url;

    private OldestServer(Process process, Path directory, String url) {
        this.process = process;
        this.directory = directory;
        this.url = url;
    }

    /**
     * Starts it. Where it is not installed, the tests are skipped; with {@code CI=true} they fail.
     *
     * @param directory where it keeps its files
     * @return the server, ready, to be closed by the caller
     * @throws IOException when its configuration cannot be written or it cannot be run
     * @throws InterruptedException when the thread is interrupted before it is ready
     * @throws IllegalStateException when it ends, or is not ready within a minute
     */
    public static OldestServer startOrSkip(Path directory) throws IOException, InterruptedException {
        return start(binaryOrSkip(), directory, null, "");
    }

    /**
     * Starts it with more in its configuration, as {@link #startOrSkip(Path)} does.
     *
     * @param directory where it keeps its files
     * @param tcpPort its native port, which others can be told beforehand
     * @param more elements of its configuration file
     * @return the server, ready, to be closed by the caller
     * @throws IOException when its configuration cannot be written or it cannot be run
     * @throws InterruptedException when the thread is interrupted before it is ready
     * @throws IllegalStateException when it ends, or is not ready within a minute
     */
    public static OldestServer startOrSkip(Path directory, int tcpPort, String more)
            throws IOException, InterruptedException {
        return start(binaryOrSkip(), directory, tcpPort, more);
    }

    private static Path binaryOrSkip() {
        Optional<Path> binary = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (binary.isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as("Debian's package clickhouse-server is missing")
                    .isNotEqualTo("true");
            assumeTrue(false, "Debian's package clickhouse-server is not installed");
        }
        return binary.orElseThrow();
    }

    private static OldestServer start(Path binary, Path directory, @Nullable Integer tcpPort, String more)
            throws IOException, InterruptedException {
        for (int left = STARTS - 1; ; left--) {
            OldestServer server =
                    launch(binary, directory, tcpPort == null ? ClickHouseServer.freePort() : tcpPort, more);
            try {
                if (server.isReady()) {
                    return server;
                }
                if (left == 0) {
                    throw new IllegalStateException("ClickHouse 18.16 did not start. It said: " + server.lastWords());
                }
                server.close();
            } catch (IOException | RuntimeException | InterruptedException e) {
                server.close();
                throw e;
            }
        }
    }

    private static OldestServer launch(Path binary, Path directory, int tcpPort, String more) throws IOException {
        int port = ClickHouseServer.freePort();
        Path config = directory.resolve("config.xml");
        Path users = directory.resolve("users.xml");
        Files.writeString(config, String.format(Locale.ROOT, """
                <yandex>
                  <logger><level>warning</level><log>%1$s/log</log><errorlog>%1$s/errors</errorlog></logger>
                  <listen_host>127.0.0.1</listen_host><http_port>%2$d</http_port><tcp_port>%3$d</tcp_port>
                  <path>%1$s/data/</path><tmp_path>%1$s/tmp/</tmp_path><users_config>%4$s</users_config>
                  <mark_cache_size>67108864</mark_cache_size><timezone>Asia/Kolkata</timezone>
                  <default_profile>default</default_profile><default_database>default</default_database>
                  %5$s
                </yandex>
                """, directory, port, tcpPort, users, more));
        Files.writeString(users, """
                <yandex>
                  <profiles><default/></profiles><quotas><default/></quotas>
                  <users><default><password>old</password><networks><ip>::/0</ip></networks>
                    <profile>default</profile><quota>default</quota></default></users>
                </yandex>
                """);
        Process process = new ProcessBuilder(binary.toString(), "--config-file=" + config)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        return new OldestServer(process, directory, "http://default:old@127.0.0.1:" + port);
    }

    /**
     * The address of its HTTP interface, with user and password.
     *
     * @return such as {@code http://default:old@127.0.0.1:18123}
     */
    public String url() {
        return url;
    }

    /** Waits until it answers; false when it ended instead. */
    private boolean isReady() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (Client client = Client.connect(url)) {
            while (!client.ping()) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "ClickHouse 18.16 is not ready after " + START_LIMIT + ". It said: " + lastWords());
                }
            }
        }
        return true;
    }

    private String lastWords() throws IOException {
        StringBuilder words = new StringBuilder();
        for (String name : List.of("output", "errors")) {
            Path file = directory.resolve(name);
            words.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return words.substring(Math.max(0, words.length() - SHOWN_CHARACTERS));
    }

    /** Kills it and waits until it is gone. */
    @Override
    public void close() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while ClickHouse 18.16 ended", e));
        }
    }
}
