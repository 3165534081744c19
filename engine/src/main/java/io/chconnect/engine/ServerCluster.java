package io.chconnect.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cluster that a {@link ClickHouseServer} knows by name, for {@code clusterAllReplicas} and Distributed tables. Immutable. */
public final class ServerCluster {
    private final String name;
    private final List<List<String>> shards;
    private final @Nullable String user;
    private final @Nullable String password;

    private ServerCluster(String name, List<List<String>> shards, @Nullable String user, @Nullable String password) {
        this.name = name;
        this.shards = shards;
        this.user = user;
        this.password = password;
    }

    /**
     * A cluster without shards, whose servers are reached as user {@code default} without a password.
     *
     * @param name the cluster's name
     * @return the cluster
     */
    public static ServerCluster named(String name) {
        return new ServerCluster(name, List.of(), null, null);
    }

    /**
     * Adds a shard.
     *
     * @param replicas the native TCP addresses of its replicas as {@code host:port}
     * @return a changed copy
     */
    public ServerCluster withShard(String... replicas) {
        List<List<String>> changed = new ArrayList<>(shards);
        changed.add(List.of(replicas));
        return new ServerCluster(name, List.copyOf(changed), user, password);
    }

    /**
     * Sets the user as whom the servers call each other.
     *
     * @param newUser the user's name
     * @param newPassword the password, or null for none
     * @return a changed copy
     */
    public ServerCluster withUser(String newUser, @Nullable String newPassword) {
        return new ServerCluster(name, shards, newUser, newPassword);
    }

    /**
     * The name.
     *
     * @return never null
     */
    public String name() {
        return name;
    }

    /**
     * The shards, each a list of {@code host:port}.
     *
     * @return unmodifiable
     */
    public List<List<String>> shards() {
        return shards;
    }

    /**
     * The user as whom the servers call each other.
     *
     * @return null for {@code default}
     */
    public @Nullable String user() {
        return user;
    }

    /**
     * The password of {@link #user}.
     *
     * @return null for none
     */
    public @Nullable String password() {
        return password;
    }

    /** The cluster without the password. */
    @Override
    public String toString() {
        return "ServerCluster[name=" + name + ", shards=" + shards + ", user=" + user + "]";
    }
}
