package io.chconnect.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user of a {@link ClickHouseServer}. Immutable. */
public final class ServerUser {
    private final String name;
    private final @Nullable String password;
    private final String profile;
    private final List<String> grants;

    private ServerUser(String name, @Nullable String password, String profile, List<String> grants) {
        this.name = name;
        this.password = password;
        this.profile = profile;
        this.grants = grants;
    }

    /**
     * A user without a password, with profile {@code default} and all rights.
     *
     * @param name the user's name
     * @return the user
     */
    public static ServerUser named(String name) {
        return new ServerUser(name, null, "default", List.of());
    }

    /**
     * Sets the password. The server's files hold only its SHA-256.
     *
     * @param newPassword the password, or null for none
     * @return a changed copy
     */
    public ServerUser withPassword(@Nullable String newPassword) {
        return new ServerUser(name, newPassword, profile, grants);
    }

    /**
     * Sets the settings profile, one of {@link ServerOptions.Builder#profile}.
     *
     * @param newProfile the profile's name
     * @return a changed copy
     */
    public ServerUser withProfile(String newProfile) {
        return new ServerUser(name, password, newProfile, grants);
    }

    /**
     * Adds a right; a user with at least one has no others.
     *
     * @param grant such as {@code GRANT SELECT ON db.*}
     * @return a changed copy
     */
    public ServerUser withGrant(String grant) {
        List<String> changed = new ArrayList<>(grants);
        changed.add(grant);
        return new ServerUser(name, password, profile, List.copyOf(changed));
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
     * The password.
     *
     * @return null for none
     */
    public @Nullable String password() {
        return password;
    }

    /**
     * The settings profile's name.
     *
     * @return {@code default} by default
     */
    public String profile() {
        return profile;
    }

    /**
     * The rights.
     *
     * @return empty for all rights
     */
    public List<String> grants() {
        return grants;
    }

    /** The user without the password. */
    @Override
    public String toString() {
        return "ServerUser[name=" + name + ", password=" + (password == null ? "none" : "***") + ", profile=" + profile
                + ", grants=" + grants + "]";
    }
}
