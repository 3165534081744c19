package io.chconnect.types;

import io.chconnect.error.ConfigurationException;

/** Makes data types: by factory, or from the names the server prints and accepts. */
public final class DataTypes {
    private DataTypes() {}

    /**
     * Parses a type name, with every alias and in every spelling the server accepts.
     *
     * @param name for example {@code Array(Nullable(String))} or {@code DOUBLE PRECISION}
     * @return the type; its {@link DataType#name()} is the server's own text for it
     * @throws ConfigurationException if the name is not a type; the message names the position
     */
    public static DataType parse(String name) {
        throw new ConfigurationException("not yet " + name);
    }
}
