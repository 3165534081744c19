package io.chconnect.engine.internal.server;

import com.sun.jna.Native;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command that runs {@link ServerMain} on the same Java as this JVM. */
final class ChildJvm {
    private static final List<Class<?>> NEEDED = List.of(ServerMain.class, ClickHouseException.class, Native.class);
    private static final int FIRST_WITH_NATIVE_ACCESS_CHECK = 22;

    private ChildJvm() {}

    static ProcessBuilder builder(ServerFiles files, String timeZone) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.add("-XX:ErrorFile=" + files.root().resolve("crash.log"));
        command.add("-Djna.tmpdir=" + files.root());
        if (Runtime.version().feature() >= FIRST_WITH_NATIVE_ACCESS_CHECK) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), ServerMain.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(files.work().toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.processLog().toFile());
        // Options for the parent, such as a debugger's port, must not reach the child.
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH")
                .forEach(builder.environment()::remove);
        builder.environment().put("TZ", timeZone);
        return builder;
    }

    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> type : NEEDED) {
            entries.add(location(type).toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        Path path = source == null ? null : path(source);
        if (path == null || !Files.exists(path)) {
            throw new EmbeddedLibraryException("a local server needs " + type.getName()
                    + " in a jar file or directory of its own to start a child process, but it was loaded from "
                    + (source == null ? "an unknown place" : source.getLocation()));
        }
        return path;
    }

    private static @Nullable Path path(CodeSource source) {
        try {
            return source.getLocation().getProtocol().equals("file")
                    ? Path.of(source.getLocation().toURI())
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
