package io.chconnect.conformance.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a target with every file of a directory. */
final class CorpusReplay {
    private CorpusReplay() {}

    public static void main(String[] arguments) throws Exception {
        Class<?> target = Class.forName(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[1]))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, Files.readAllBytes(file));
        }
    }
}
