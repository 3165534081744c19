package io.chconnect.engine.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ServerCluster;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigurationTest {
    private static final ServerFiles FILES = new ServerFiles(Path.of("/tmp/root"), Path.of("/tmp/root/d&ta"));
    private static final String PASSWORD = "s3cr<t";

    @Test
    void usersHaveHashesProfilesAndGrants() {
        String xml = UsersXml.of(ServerOptions.builder()
                .profile("reader", Map.of("readonly", "1"))
                .user(ServerUser.named("bob")
                        .withPassword("secret")
                        .withProfile("reader")
                        .withGrant("GRANT SELECT ON a.`b<c&d`"))
                .build());

        assertThat(xml).isEqualTo("""
                <clickhouse>
                  <profiles>
                    <default>
                    </default>
                    <reader>
                      <readonly>1</readonly>
                    </reader>
                  </profiles>
                  <users>
                    <default>
                      <password></password>
                      <networks>
                        <ip>127.0.0.1</ip>
                        <ip>0.0.0.0</ip>
                      </networks>
                      <profile>default</profile>
                      <quota>default</quota>
                      <access_management>1</access_management>
                      <named_collection_control>1</named_collection_control>
                    </default>
                    <bob>
                      <password_sha256_hex>2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b</password_sha256_hex>
                      <networks>
                        <ip>127.0.0.1</ip>
                        <ip>0.0.0.0</ip>
                      </networks>
                      <profile>reader</profile>
                      <quota>default</quota>
                      <grants>
                        <query>GRANT SELECT ON a.`b&lt;c&amp;d`</query>
                      </grants>
                    </bob>
                  </users>
                  <quotas>
                    <default>
                    </default>
                  </quotas>
                </clickhouse>
                """);
    }

    @Test
    void theDefaultUsersPasswordIsAskedForAtTheGate() {
        ServerOptions options = ServerOptions.builder()
                .user(ServerUser.named("default").withPassword(PASSWORD))
                .build();

        assertThat(UsersXml.of(options))
                .doesNotContain(PASSWORD, UsersXml.sha256Hex(PASSWORD), "<password")
                .contains("<server>password_gate</server>");
        assertThat(ServerXml.of(options, FILES, new Ports(1, 2, 3)))
                .contains("<password_gate>", "<uri>http://127.0.0.1:3/</uri>");
    }

    @Test
    void theServerHasPathsPortsSettingsAndClusters() {
        ServerOptions options = ServerOptions.builder()
                .serverSetting("query_log.table", "a&b")
                .serverSetting("top", "1")
                .serverSetting("query_log.limits.rows", "2")
                .serverSetting("query_log.limits.bytes", "3")
                .cluster(ServerCluster.named("two")
                        .withShard("127.0.0.1:1", "host:2")
                        .withUser("bob", "s<"))
                .build();

        assertThat(ServerXml.of(options, FILES, new Ports(11, 12, 0))).isEqualTo("""
                <clickhouse>
                  <log-level>warning</log-level>
                  <logger>
                    <log>/tmp/root/engine.log</log>
                  </logger>
                  <path>/tmp/root/d&amp;ta/</path>
                  <listen_host>127.0.0.1</listen_host>
                  <http_port>11</http_port>
                  <tcp_port>12</tcp_port>
                  <users_config>/tmp/root/users.xml</users_config>
                  <remote_servers>
                    <two>
                      <shard>
                        <internal_replication>true</internal_replication>
                        <replica>
                          <host>127.0.0.1</host>
                          <port>1</port>
                          <user>bob</user>
                          <password>s&lt;</password>
                        </replica>
                        <replica>
                          <host>host</host>
                          <port>2</port>
                          <user>bob</user>
                          <password>s&lt;</password>
                        </replica>
                      </shard>
                    </two>
                  </remote_servers>
                  <query_log>
                    <table>a&amp;b</table>
                    <limits>
                      <rows>2</rows>
                      <bytes>3</bytes>
                    </limits>
                  </query_log>
                  <top>1</top>
                </clickhouse>
                """);
    }

    @Test
    void configurationFilesAreReadableByTheirOwnerOnly(@TempDir Path directory) throws IOException {
        ServerFiles files = new ServerFiles(directory, directory);
        files.writePrivate(files.users(), "x");

        assertThat(Files.getPosixFilePermissions(files.users()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void passwordsAreNotShown() {
        ServerOptions options = ServerOptions.builder()
                .user(ServerUser.named("bob").withPassword(PASSWORD))
                .cluster(ServerCluster.named("c").withUser("bob", PASSWORD))
                .build();

        assertThat(options.toString()).contains("bob", "***").doesNotContain(PASSWORD);
        assertThat(options.users().toString()).doesNotContain(PASSWORD);
        assertThat(options.clusters().toString()).doesNotContain(PASSWORD);
    }

    @Test
    void contradictionsAreRefused() {
        assertRefused(ServerOptions.builder().httpPort(70_000), "HTTP port 70000");
        assertRefused(ServerOptions.builder().httpPort(5).tcpPort(5), "cannot share port 5");
        assertRefused(ServerOptions.builder().startTimeout(Duration.ZERO), "start timeout PT0S");
        assertRefused(ServerOptions.builder().user(ServerUser.named("a.b")), "\"a.b\"");
        assertRefused(ServerOptions.builder().user(ServerUser.named("<x>")), "\"<x>\"");
        assertRefused(ServerOptions.builder().profile("p", Map.of("a b", "1")), "\"a b\"");
        assertRefused(ServerOptions.builder().serverSetting("a..b", "1"), "\"\"");
        assertRefused(
                ServerOptions.builder().serverSetting("a.b.c", "1").serverSetting("a.b", "1"),
                "server setting a.b cannot be a text and also hold c");
        assertRefused(ServerOptions.builder().serverSetting("logger.level", "trace"), "server setting logger.level");
        assertRefused(ServerOptions.builder().serverSetting("http_port", "1"), "server setting http_port");
        assertRefused(
                ServerOptions.builder()
                        .cluster(ServerCluster.named("c").withShard("host:1"))
                        .serverSetting("remote_servers.d.secret", "s"),
                "section remote_servers");
        assertRefused(
                ServerOptions.builder()
                        .user(ServerUser.named("default").withPassword(PASSWORD))
                        .serverSetting("http_authentication_servers.s.uri", "u"),
                "section http_authentication_servers");
        assertRefused(ServerOptions.builder().user(ServerUser.named("b").withProfile("p")), "profile p");
        assertRefused(
                ServerOptions.builder().user(ServerUser.named("default").withGrant("GRANT SELECT ON *.*")),
                "user default must keep all rights");
        assertRefused(ServerOptions.builder().cluster(ServerCluster.named("c").withShard("host")), "not host:port");
    }

    @Test
    void optionsAreCopiedFromTheirBuilder() {
        ServerOptions.Builder builder = ServerOptions.builder().httpPort(5);
        ServerOptions options = builder.build();
        builder.httpPort(6).user(ServerUser.named("late"));

        assertThat(options.httpPort()).isEqualTo(5);
        assertThat(options.users()).isEmpty();
        assertThat(options.toBuilder().tcpPort(7).build().httpPort()).isEqualTo(5);
    }

    private static void assertRefused(ServerOptions.Builder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }
}
