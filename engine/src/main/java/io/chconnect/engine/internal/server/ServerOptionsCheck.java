package io.chconnect.engine.internal.server;

import io.chconnect.engine.ServerCluster;
import io.chconnect.engine.ServerOptions;
import io.chconnect.engine.ServerUser;
import io.chconnect.error.ConfigurationException;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds contradictions in server options before anything is started. */
public final class ServerOptionsCheck {
    static final String DEFAULT = "default";

    /** What can be an element's name in the engine's configuration, where a dot separates names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private static final Pattern ADDRESS = Pattern.compile("[^:\\s]+:[0-9]{1,5}");
    private static final int MAX_PORT = 65_535;

    /** What {@link ServerXml} writes in any case; the engine would read the first of two sections only. */
    private static final Set<String> OWN_SECTIONS =
            Set.of("log-level", "logger", "path", "listen_host", "http_port", "tcp_port", "users_config");

    private ServerOptionsCheck() {}

    /**
     * Checks options.
     *
     * @param options the options
     * @throws ConfigurationException for the first thing that cannot be
     */
    public static void check(ServerOptions options) {
        port("HTTP", options.httpPort());
        port("TCP", options.tcpPort());
        if (options.httpPort() != 0 && options.httpPort() == options.tcpPort()) {
            throw new ConfigurationException("HTTP and TCP cannot share port " + options.httpPort());
        }
        if (options.startTimeout().isNegative() || options.startTimeout().isZero()) {
            throw new ConfigurationException("start timeout " + options.startTimeout() + " is not positive");
        }
        options.profiles().forEach((profile, settings) -> {
            name("profile", profile);
            settings.keySet().forEach(setting -> name("setting", setting));
        });
        for (String path : options.serverSettings().keySet()) {
            notOurs(path, options);
            for (String part : path.split("\\.", -1)) {
                name("server setting", part);
            }
            options.serverSettings().keySet().stream()
                    .filter(other -> other.startsWith(path + "."))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new ConfigurationException("server setting " + path + " cannot be a text and also hold "
                                + other.substring(path.length() + 1));
                    });
        }
        options.users().values().forEach(user -> user(user, options));
        options.clusters().forEach(ServerOptionsCheck::cluster);
    }

    private static void notOurs(String path, ServerOptions options) {
        String section = path.split("\\.", -1)[0];
        boolean ours = OWN_SECTIONS.contains(section)
                || (section.equals("remote_servers") && !options.clusters().isEmpty())
                || (section.equals("http_authentication_servers") && UsersXml.defaultPassword(options) != null);
        if (ours) {
            throw new ConfigurationException("server setting " + path + " cannot be given: the section " + section
                    + " follows from the other options of the server");
        }
    }

    private static void user(ServerUser user, ServerOptions options) {
        name("user", user.name());
        if (!user.profile().equals(DEFAULT) && !options.profiles().containsKey(user.profile())) {
            throw new ConfigurationException("user " + user.name() + " has profile " + user.profile()
                    + ", which is none of " + options.profiles().keySet());
        }
        if (user.name().equals(DEFAULT)
                && !(user.grants().isEmpty() && user.profile().equals(DEFAULT))) {
            throw new ConfigurationException("user default must keep all rights and profile default, for the server"
                    + " itself starts as that user; restrict another user");
        }
    }

    private static void cluster(ServerCluster cluster) {
        name("cluster", cluster.name());
        cluster.shards()
                .forEach(shard -> shard.forEach(address -> {
                    if (!ADDRESS.matcher(address).matches()) {
                        throw new ConfigurationException("cluster " + cluster.name() + " has replica \"" + address
                                + "\", which is not host:port");
                    }
                }));
    }

    private static void port(String what, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new ConfigurationException(what + " port " + port + " is not within 0 to " + MAX_PORT);
        }
    }

    private static void name(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException("\"" + name + "\" cannot be the name of a " + what
                    + ": the server's configuration takes letters, digits, _ and -");
        }
    }
}
