package io.chconnect.engine.internal.library;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the search for the library asks of the machine, so that tests can answer instead.
 *
 * @param variables the environment variables
 * @param properties the system properties
 * @param musl whether the C library is musl
 * @param npm the command that runs npm, followed by its fixed arguments
 * @param resources finds resources on the class path
 */
public record HostEnvironment(
        Map<String, String> variables,
        Properties properties,
        boolean musl,
        List<String> npm,
        @Nullable ClassLoader resources) {

    /**
     * The machine this JVM runs on.
     *
     * @return its environment
     */
    public static HostEnvironment system() {
        return new HostEnvironment(
                System.getenv(),
                System.getProperties(),
                isMusl(),
                List.of("npm"),
                HostEnvironment.class.getClassLoader());
    }

    /** A value of an environment variable or system property; empty counts as absent. */
    @Nullable
    String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    @Nullable
    String property(String name) {
        String value = properties.getProperty(name);
        return value == null || value.isBlank() ? null : value;
    }

    Platform platform() {
        return Platform.of(properties.getProperty("os.name", ""), properties.getProperty("os.arch", ""), musl);
    }

    private static boolean isMusl() {
        File[] loaders = Path.of("/lib").toFile().listFiles((dir, name) -> name.startsWith("ld-musl-"));
        // Debian's musl package installs its loader beside glibc.
        return loaders != null
                && loaders.length > 0
                && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                && !Files.exists(Path.of("/lib/ld-linux-aarch64.so.1"));
    }
}
