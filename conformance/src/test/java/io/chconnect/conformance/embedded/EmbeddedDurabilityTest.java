package io.chconnect.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.conformance.engine.JavaChild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM killed in the middle of inserts loses none that was acknowledged. */
@Tag("soak")
@Timeout(1800)
class EmbeddedDurabilityTest {
    private static final long SEED = 20261124;
    private static final int KILLS = 50;
    private static final int ROWS = 100;

    @TempDir
    Path directory;

    @Test
    void acknowledgedInsertsSurviveFiftyKills() throws Exception {
        Random random = new Random(SEED);
        Path data = directory.resolve("data");
        long next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (JavaChild child = JavaChild.start(directory, Inserter.class, data.toString(), Long.toString(next))) {
                next = killAtRandom(child, next, random);
            }
        }
        assertThat(next).as("acknowledged inserts; seed " + SEED).isGreaterThan(KILLS);
        try (Client client = Client.connect("chdb:" + data)) {
            // Of each insert, all rows or none; one that was not acknowledged is repeated and may be there twice.
            assertThat(
                            text(
                                    client,
                                    "SELECT count() FROM (SELECT batch, count() AS c FROM t GROUP BY batch) WHERE c % 100 != 0"))
                    .isEqualTo("0");
            assertThat(text(client, "SELECT uniqExact(batch) FROM t WHERE batch < " + next))
                    .isEqualTo(Long.toString(next));
        }
    }

    /** Waits for some inserts, then kills; returns the number of the next insert, behind all acknowledged ones. */
    private static long killAtRandom(JavaChild child, long first, Random random)
            throws IOException, InterruptedException {
        long wanted = first + 1 + random.nextInt(8);
        long acknowledged = first;
        while (acknowledged < wanted) {
            acknowledged = Long.parseLong(child.readLine()) + 1;
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(5_000));
        child.kill();
        return child.lastLine().map(line -> Long.parseLong(line) + 1).orElse(acknowledged);
    }

    private static String text(Client client, String sql) {
        return client.command(sql).text().strip();
    }

    /** {@code DATA FIRST}: inserts batches for ever and prints the number of each when it is acknowledged. */
    static final class Inserter {
        private Inserter() {}

        public static void main(String[] args) {
            try (Client client = Client.connect("chdb:" + args[0])) {
                client.command("CREATE TABLE IF NOT EXISTS t (batch UInt64, id UInt64) ENGINE = MergeTree ORDER BY id");
                for (long batch = Long.parseLong(args[1]); ; batch++) {
                    long number = batch;
                    List<List<Long>> rows = LongStream.range(0, ROWS)
                            .mapToObj(id -> List.of(number, id))
                            .toList();
                    client.insert("t", List.of("batch", "id"), rows);
                    System.out.println(batch);
                    System.out.flush();
                }
            }
        }
    }
}
