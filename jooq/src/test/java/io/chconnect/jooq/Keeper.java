package io.chconnect.jooq;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.zookeeper.server.embedded.ExitHandler;
import org.apache.zookeeper.server.embedded.ZooKeeperServerEmbedded;

/** A ZooKeeper in this JVM. */
final class Keeper implements AutoCloseable {
    private static final long START_MILLIS = 30_000;

    private final ZooKeeperServerEmbedded server;

    private Keeper(ZooKeeperServerEmbedded server) {
        this.server = server;
    }

    static Keeper start(Path directory) throws Exception {
        Properties configuration = new Properties();
        configuration.setProperty("clientPortAddress", "127.0.0.1");
        configuration.setProperty("clientPort", "0");
        configuration.setProperty("admin.enableServer", "false");
        Keeper keeper = new Keeper(ZooKeeperServerEmbedded.builder()
                .baseDir(directory)
                .configuration(configuration)
                .exitHandler(ExitHandler.LOG_ONLY)
                .build());
        keeper.server.start(START_MILLIS);
        return keeper;
    }

    int port() throws Exception {
        String address = server.getConnectionString();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        server.close();
    }
}
