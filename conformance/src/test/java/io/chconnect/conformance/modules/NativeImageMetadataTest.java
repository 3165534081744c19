package io.chconnect.conformance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What native images are told to keep is there; no native image is made. */
class NativeImageMetadataTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TYPE = Pattern.compile("\"type\": \"([^\"]+)\"");
    private static final Pattern METHOD = Pattern.compile("\"name\": \"([^\"]+)\"");
    private static final Pattern GLOB = Pattern.compile("\"glob\": \"([^\"]+)\"");

    private static Path resources(String module) {
        return ROOT.resolve(module).resolve("src/main/resources");
    }

    private static String metadata(String module) throws IOException {
        return Files.readString(
                resources(module)
                        .resolve("META-INF/native-image/io.chconnect/clickhouse-connect-" + module)
                        .resolve("reachability-metadata.json"),
                StandardCharsets.UTF_8);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"codec", "client", "engine"})
    void everyClassThatIsNamedExists(String module) throws Exception {
        List<String> types = found(TYPE, metadata(module));
        assertThat(types).isNotEmpty();
        for (String type : types) {
            assertThat(Class.forName(type, false, getClass().getClassLoader()).getName())
                    .isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "client")
    void everyMethodThatIsNamedExistsSince21(String module) throws Exception {
        List<String> methods = found(METHOD, metadata(module));
        assertThat(methods).containsExactly("newVirtualThreadPerTaskExecutor");
        boolean there = Arrays.stream(java.util.concurrent.Executors.class.getMethods())
                .map(Method::getName)
                .anyMatch(methods.get(0)::equals);
        assertThat(there).isEqualTo(Runtime.version().feature() >= 21);
    }

    @ParameterizedTest
    @ValueSource(strings = "jdbc")
    void everyResourceIsKept(String module) throws IOException {
        List<PathMatcher> kept = found(GLOB, metadata(module)).stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        Path resources = resources(module);
        try (Stream<Path> files = Files.walk(resources)) {
            List<Path> read = files.filter(Files::isRegularFile)
                    .map(resources::relativize)
                    .filter(file -> !file.startsWith("META-INF"))
                    .toList();
            assertThat(read).isNotEmpty().allMatch(file -> kept.stream().anyMatch(each -> each.matches(file)));
        }
    }
}
