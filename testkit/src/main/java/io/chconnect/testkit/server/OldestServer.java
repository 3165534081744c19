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

/** Debian's {@code clickhouse-server} 18.16 in a process of its own, the oldest that can be had. */
public final class OldestServer implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/clickhouse-server"), Path.of("/usr/sbin/clickhouse-server"));
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final String url;

    private OldestServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it. Where it is not installed, the tests are skipped; with {@code CI=true} they fail.
     *
     * @param directory where it keeps its files
     * @return the server, ready, to be closed by the caller
     * @throws IOException when its configuration cannot be written or it cannot be run
     * @throws InterruptedException when the thread is interrupted before it is ready
     * @throws IllegalStateException when it is not ready within a minute
     */
    public static OldestServer startOrSkip(Path directory) throws IOException, InterruptedException {
        return startOrSkip(directory, ClickHouseServer.freePort(), "");
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
     * @throws IllegalStateException when it is not ready within a minute
     */
    public static OldestServer startOrSkip(Path directory, int tcpPort, String more)
            throws IOException, InterruptedException {
        Optional<Path> binary = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (binary.isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as("Debian's package clickhouse-server is missing")
                    .isNotEqualTo("true");
            assumeTrue(false, "Debian's package clickhouse-server is not installed");
        }
        return start(binary.orElseThrow(), directory, tcpPort, more);
    }

    private static OldestServer start(Path binary, Path directory, int tcpPort, String more)
            throws IOException, InterruptedException {
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
        OldestServer server = new OldestServer(process, "http://default:old@127.0.0.1:" + port);
        try {
            server.awaitStart();
            return server;
        } catch (RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /**
     * The address of its HTTP interface, with user and password.
     *
     * @return such as {@code http://default:old@127.0.0.1:18123}
     */
    public String url() {
        return url;
    }

    private void awaitStart() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (Client client = Client.connect(url)) {
            while (!client.ping()) {
                boolean over = process.waitFor(100, TimeUnit.MILLISECONDS);
                if (over || System.nanoTime() > deadline) {
                    throw new IllegalStateException("ClickHouse 18.16 did not start");
                }
            }
        }
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
