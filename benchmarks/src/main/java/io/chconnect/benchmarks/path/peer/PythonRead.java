package io.chconnect.benchmarks.path.peer;

import io.chconnect.benchmarks.path.Contestant;
import io.chconnect.benchmarks.path.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The Python driver in a process of its own, which tells its own times. Its rows are counted, their values are not read. */
public final class PythonRead implements Contestant {
    private final String kind;
    private final long rows;
    private final Path script;
    private final Process process;
    private final BufferedReader answers;
    private final OutputStream questions;

    /**
     * @param python an interpreter that has clickhouse-connect
     * @param kind rows, columns, numpy or arrow
     * @param rows how many the query gives
     */
    public PythonRead(String python, String kind, String url, String sql, long rows) throws IOException {
        this.kind = kind;
        this.rows = rows;
        this.script = Files.createTempFile("clickhouse-connect-", ".py");
        try (InputStream source = Objects.requireNonNull(PythonRead.class.getResourceAsStream("read.py"))) {
            Files.write(script, source.readAllBytes());
        }
        URI server = URI.create(url);
        this.process = new ProcessBuilder(List.of(
                        python, script.toString(), server.getHost(), Integer.toString(server.getPort()), kind, sql))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = process.getOutputStream();
        String ready = line();
        if (!ready.equals("ready clickhouse_connect.driverc.buffer")) {
            throw new IllegalStateException("the Python driver's compiled codec is not there: " + ready);
        }
    }

    @Override
    public String name() {
        return "Python, " + kind;
    }

    @Override
    public long run() {
        throw new UnsupportedOperationException("measured in its own process");
    }

    @Override
    public Measurement measure(long expected) throws IOException {
        questions.write('\n');
        questions.flush();
        String[] answer = line().split(" ", -1);
        Measurement.check(name(), Long.parseLong(answer[0]), rows);
        return new Measurement(Long.parseLong(answer[1]), Long.parseLong(answer[2]), 0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException(
                    "Python ended with " + process.onExit().join().exitValue());
        }
        return line;
    }
}
