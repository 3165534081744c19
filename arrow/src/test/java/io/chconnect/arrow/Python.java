package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** PyArrow, Polars and pandas in an environment of their own, which is made once. */
final class Python {
    private static final Path HOME = Path.of("target/python").toAbsolutePath();
    private static final List<String> PACKAGES = List.of("pyarrow==26.0.1", "polars==2.1.0", "pandas==3.1.1");

    /** There once the environment is complete, and called by what is in it. */
    private static final Path READY =
            HOME.resolve("ready-" + String.join("-", PACKAGES).replace("==", "-"));

    private Python() {}

    /** Makes the environment; where it cannot be made, the tests are skipped. */
    static void require() throws IOException, InterruptedException {
        if (Files.exists(READY)) {
            return;
        }
        Path log = Path.of("target/python.log").toAbsolutePath();
        List<String> install = new ArrayList<>(List.of(HOME.resolve("bin/pip").toString(), "install"));
        install.addAll(PACKAGES);
        boolean made = run(log, List.of("python3", "-m", "venv", HOME.toString())) == 0 && run(log, install) == 0;
        Assumptions.assumeTrue(made, "PyArrow, Polars and pandas cannot be installed, see " + log);
        Files.createFile(READY);
    }

    /** Runs the script of this test; gives what it printed. */
    static String interchange(String tool, Path source, Path target, String compression)
            throws IOException, InterruptedException {
        Path log = target.resolveSibling("python.txt");
        int code = run(
                log,
                List.of(
                        HOME.resolve("bin/python").toString(),
                        Path.of("src/test/resources/interchange.py")
                                .toAbsolutePath()
                                .toString(),
                        tool,
                        source.toString(),
                        target.toString(),
                        compression));
        String printed = Files.readString(log);
        assertThat(code).as(printed).isZero();
        return printed.strip();
    }

    private static int run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return -1;
        }
        if (!process.waitFor(200, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return -1;
        }
        return process.exitValue();
    }
}
