package io.chconnect.jdbc.internal.url;

import io.chconnect.client.config.Option;
import io.chconnect.client.config.Options;
import java.sql.DriverPropertyInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The option tables as what tools show of them. */
public final class PropertyInfos {
    private PropertyInfos() {}

    /** One entry per option of the client and of JDBC, with the values of the given properties. */
    public static DriverPropertyInfo[] of(@Nullable Properties properties) {
        List<Option<?>> all = new ArrayList<>(Options.ALL);
        all.addAll(JdbcOptions.ALL);
        return all.stream().map(option -> info(option, properties)).toArray(DriverPropertyInfo[]::new);
    }

    private static DriverPropertyInfo info(Option<?> option, @Nullable Properties properties) {
        String given = properties == null ? null : properties.getProperty(option.key());
        DriverPropertyInfo info = new DriverPropertyInfo(option.key(), given == null ? text(option) : given);
        info.description = option.documentation();
        if (option.defaultValue() instanceof Boolean) {
            info.choices = new String[] {"true", "false"};
        }
        return info;
    }

    private static String text(Option<?> option) {
        Object value = option.defaultValue();
        if (value instanceof Duration duration) {
            return duration.toMillis() % 1000 == 0
                    ? Long.toString(duration.toSeconds())
                    : Double.toString(duration.toMillis() / 1000.0);
        }
        return String.valueOf(value);
    }
}
