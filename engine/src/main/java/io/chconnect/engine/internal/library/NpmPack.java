package io.chconnect.engine.internal.library;

import io.chconnect.error.CancelledException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.StatementOutcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code npm pack}, which downloads a package's archive by npm's own configuration (registry, proxy, cache). */
final class NpmPack {
    private static final int TAIL_CHARACTERS = 2000;

    private final List<String> npm;

    NpmPack(List<String> npm) {
        this.npm = npm;
    }

    /** Downloads into an empty directory and returns the archive. */
    Path download(String spec, Path directory, Duration limit) {
        List<String> command = new ArrayList<>(npm);
        command.addAll(List.of("pack", spec, "--ignore-scripts", "--pack-destination", directory.toString()));
        Path log = directory.resolve("npm.log");
        Process process = start(command, directory, log);
        try {
            if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new EmbeddedLibraryException(
                        "npm did not fetch " + spec + " within " + limit.toSeconds() + " s. It said: " + tail(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while npm fetched " + spec, StatementOutcome.NOT_SENT, e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new EmbeddedLibraryException(
                    "npm could not fetch " + spec + " (exit code " + process.exitValue() + "). It said: " + tail(log));
        }
        return archive(spec, directory, log);
    }

    private static Process start(List<String> command, Path directory, Path log) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static Path archive(String spec, Path directory, Path log) {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, "*.tgz")) {
            for (Path archive : archives) {
                return archive;
            }
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot list " + directory + ": " + e, e);
        }
        throw new EmbeddedLibraryException("npm left no archive of " + spec + ". It said: " + tail(log));
    }

    private static String tail(Path log) {
        try {
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "nothing" : text.substring(Math.max(0, text.length() - TAIL_CHARACTERS));
        } catch (IOException e) {
            return "nothing readable (" + e + ")";
        }
    }
}
