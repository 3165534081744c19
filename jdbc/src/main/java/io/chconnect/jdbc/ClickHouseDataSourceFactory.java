package io.chconnect.jdbc;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;
import org.jspecify.annotations.Nullable;

/** Makes data sources of the references that {@link ClickHouseDataSource#getReference} gives, for JNDI. Thread-safe. */
public final class ClickHouseDataSourceFactory implements ObjectFactory {
    private static final String PROPERTY = "properties.";

    /** For JNDI. */
    public ClickHouseDataSourceFactory() {}

    /**
     * Makes a data source.
     *
     * @param reference what was looked up
     * @param name its name
     * @param context where it is
     * @param environment not used
     * @return null when it is not a reference to a {@link ClickHouseDataSource}
     */
    @Override
    public @Nullable Object getObjectInstance(
            @Nullable Object reference,
            @Nullable Name name,
            @Nullable Context context,
            @Nullable Hashtable<?, ?> environment) {
        if (!(reference instanceof Reference known)
                || !ClickHouseDataSource.class.getName().equals(known.getClassName())) {
            return null;
        }
        ClickHouseDataSource source = new ClickHouseDataSource();
        Properties properties = new Properties();
        Enumeration<RefAddr> addresses = known.getAll();
        while (addresses.hasMoreElements()) {
            RefAddr address = addresses.nextElement();
            String value = String.valueOf(address.getContent());
            switch (address.getType()) {
                case "url" -> source.setUrl(value);
                case "user" -> source.setUser(value);
                case "password" -> source.setPassword(value);
                default -> {
                    if (address.getType().startsWith(PROPERTY)) {
                        properties.setProperty(address.getType().substring(PROPERTY.length()), value);
                    }
                }
            }
        }
        source.setProperties(properties);
        return source;
    }
}
