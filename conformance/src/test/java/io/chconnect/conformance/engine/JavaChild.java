package io.chconnect.conformance.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another JVM with the class path of the tests. */
public final class JavaChild implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader output;

    private JavaChild(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Its standard error output goes to a file in the directory, which is also its temporary and working directory. */
    public static JavaChild start(Path directory, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        command.add("-Djava.io.tmpdir=" + temporary);
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new JavaChild(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectError(directory.resolve("stderr").toFile())
                .start());
    }

    public String readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError("the child ended");
        }
        return line;
    }

    /** The last whole line of a child that ended, when there are unread ones. */
    public Optional<String> lastLine() {
        String text = output.lines().collect(Collectors.joining("\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(text.lastIndexOf('\n') + 1));
    }

    /** Waits for its end and returns its exit code. */
    public int waitFor() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the child does not end");
        }
        return process.exitValue();
    }

    /** SIGKILL; what it wrote can still be read. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Waits until a process, which need not be a child, is gone; a zombie counts as gone. */
    public static boolean awaitGone(long pid, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (runs(pid)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return true;
    }

    public static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }
}
