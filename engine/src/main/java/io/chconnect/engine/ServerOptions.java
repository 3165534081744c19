package io.chconnect.engine;

import io.chconnect.engine.internal.server.ServerOptionsCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link ClickHouseServer} is started. Immutable. */
public final class ServerOptions {
    private final Builder values;

    private ServerOptions(Builder values) {
        this.values = values;
    }

    /**
     * Free ports, a temporary data directory, one user {@code default} without a password and with all rights, start
     * within 60 seconds.
     *
     * @return the defaults
     */
    public static ServerOptions defaults() {
        return builder().build();
    }

    /**
     * Begins with the {@link #defaults}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins with these options.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /**
     * How the library is found.
     *
     * @return never null
     */
    public LibraryOptions library() {
        return values.library;
    }

    /**
     * The port of the HTTP interface.
     *
     * @return 0 for any free one
     */
    public int httpPort() {
        return values.httpPort;
    }

    /**
     * The port of the native TCP interface.
     *
     * @return 0 for any free one
     */
    public int tcpPort() {
        return values.tcpPort;
    }

    /**
     * The directory of the tables, which is kept.
     *
     * @return null for a temporary one
     */
    public @Nullable Path dataDirectory() {
        return values.dataDirectory;
    }

    /**
     * The users besides {@code default}, or with it when it was changed.
     *
     * @return by name, unmodifiable
     */
    public Map<String, ServerUser> users() {
        return Collections.unmodifiableMap(values.users);
    }

    /**
     * The settings profiles.
     *
     * @return settings by profile name, unmodifiable
     */
    public Map<String, Map<String, String>> profiles() {
        return Collections.unmodifiableMap(values.profiles);
    }

    /**
     * The server settings.
     *
     * @return by path, unmodifiable
     */
    public Map<String, String> serverSettings() {
        return Collections.unmodifiableMap(values.serverSettings);
    }

    /**
     * The server's time zone.
     *
     * @return UTC by default
     */
    public ZoneId timeZone() {
        return values.timeZone;
    }

    /**
     * The clusters the server knows.
     *
     * @return unmodifiable
     */
    public List<ServerCluster> clusters() {
        return Collections.unmodifiableList(values.clusters);
    }

    /**
     * The longest time until the server must be ready, without the time to fetch the library.
     *
     * @return 60 seconds by default
     */
    public Duration startTimeout() {
        return values.startTimeout;
    }

    /** The options without passwords. */
    @Override
    public String toString() {
        return "ServerOptions[httpPort=" + values.httpPort + ", tcpPort=" + values.tcpPort + ", dataDirectory="
                + values.dataDirectory + ", users=" + values.users.values() + ", profiles=" + values.profiles.keySet()
                + ", serverSettings=" + values.serverSettings.keySet() + ", timeZone=" + values.timeZone
                + ", clusters=" + values.clusters + ", startTimeout=" + values.startTimeout + "]";
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private LibraryOptions library = LibraryOptions.defaults();
        private int httpPort;
        private int tcpPort;
        private @Nullable Path dataDirectory;
        private final Map<String, ServerUser> users = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
        private final Map<String, String> serverSettings = new LinkedHashMap<>();
        private ZoneId timeZone = ZoneId.of("UTC");
        private final List<ServerCluster> clusters = new ArrayList<>();
        private Duration startTimeout = Duration.ofSeconds(60);

        private Builder() {}

        private Builder(Builder other) {
            library = other.library;
            httpPort = other.httpPort;
            tcpPort = other.tcpPort;
            dataDirectory = other.dataDirectory;
            users.putAll(other.users);
            profiles.putAll(other.profiles);
            serverSettings.putAll(other.serverSettings);
            timeZone = other.timeZone;
            clusters.addAll(other.clusters);
            startTimeout = other.startTimeout;
        }

        /**
         * Sets how the library is found.
         *
         * @param newLibrary the options
         * @return this
         */
        public Builder library(LibraryOptions newLibrary) {
            library = newLibrary;
            return this;
        }

        /**
         * Sets the port of the HTTP interface.
         *
         * @param port 1 to 65535, or 0 for any free one
         * @return this
         */
        public Builder httpPort(int port) {
            httpPort = port;
            return this;
        }

        /**
         * Sets the port of the native TCP interface.
         *
         * @param port 1 to 65535, or 0 for any free one
         * @return this
         */
        public Builder tcpPort(int port) {
            tcpPort = port;
            return this;
        }

        /**
         * Keeps the tables in a directory, which survives the server.
         *
         * @param directory the directory, created when it does not exist; null for a temporary one
         * @return this
         */
        public Builder dataDirectory(@Nullable Path directory) {
            dataDirectory =
                    directory == null ? null : directory.toAbsolutePath().normalize();
            return this;
        }

        /**
         * Adds a user, or changes the one of the same name.
         *
         * @param user the user
         * @return this
         */
        public Builder user(ServerUser user) {
            users.put(user.name(), user);
            return this;
        }

        /**
         * Adds a settings profile, or replaces the one of the same name.
         *
         * @param name the profile's name
         * @param settings its settings, such as {@code readonly} with value {@code 1}
         * @return this
         */
        public Builder profile(String name, Map<String, String> settings) {
            profiles.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(settings)));
            return this;
        }

        /**
         * Adds a server setting, an element of the server's configuration file. Settings below the same elements share them.
         * Elements that follow from other options, such as {@code http_port} or {@code logger}, are refused when the server is
         * started, and {@code remote_servers} when a cluster is given.
         *
         * @param path the element's path with dots, such as {@code merge_tree.max_parts_in_total}
         * @param value its text
         * @return this
         */
        public Builder serverSetting(String path, String value) {
            serverSettings.put(path, value);
            return this;
        }

        /**
         * Sets the server's time zone.
         *
         * @param zone a zone of the tz database
         * @return this
         */
        public Builder timeZone(ZoneId zone) {
            timeZone = zone;
            return this;
        }

        /**
         * Adds a cluster.
         *
         * @param cluster the cluster
         * @return this
         */
        public Builder cluster(ServerCluster cluster) {
            clusters.add(cluster);
            return this;
        }

        /**
         * Sets the longest time until the server must be ready.
         *
         * @param timeout more than zero
         * @return this
         */
        public Builder startTimeout(Duration timeout) {
            startTimeout = timeout;
            return this;
        }

        /**
         * Checks and freezes the options.
         *
         * @return the options
         * @throws io.chconnect.error.ConfigurationException when a value cannot be, or contradicts another
         */
        public ServerOptions build() {
            ServerOptions options = new ServerOptions(new Builder(this));
            ServerOptionsCheck.check(options);
            return options;
        }
    }
}
