package io.chconnect.engine.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LaunchPlanTest {
    @Test
    void survivesTheWayToTheChild() throws IOException {
        ServerFiles files = new ServerFiles(Path.of("/tmp/it's"), Path.of("/tmp/data"));
        LaunchPlan plan = LaunchPlan.of("/opt/gr\u00fcn\u20ac/libchdb.so", files, 7, "hash");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        plan.write(new DataOutputStream(bytes));

        assertThat(LaunchPlan.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(plan);
        assertThat(plan.arguments().get(3)).contains("INTO OUTFILE '/tmp/it\\'s/ready'");
    }
}
