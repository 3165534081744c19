package io.chconnect.engine.internal.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.FetchListener.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintingFetchListenerTest {
    @Test
    void printsFewLines() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintingFetchListener listener =
                new PrintingFetchListener(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        long total = 566_330_096;

        listener.progress(Step.DOWNLOAD, 0, 0);
        listener.progress(Step.VERIFY, 0, 177_817_999);
        long done = 0;
        while (done < total) {
            done = Math.min(total, done + UnpackProgress.STEP_BYTES);
            listener.progress(Step.UNPACK, done, total);
        }
        listener.progress(Step.DONE, total, total);

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(12)
                .startsWith("[clickhouse-connect] fetching @chdb/lib-linux-x64-gnu@26.7.3-stable.1 with npm into the"
                        + " user cache (180 MB, once)")
                .contains("[clickhouse-connect] unpacked 50 % of 566 MB")
                .endsWith("[clickhouse-connect] unpacked 100 % of 566 MB", "[clickhouse-connect] engine library ready");
    }
}
