package io.chconnect.engine.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TarReaderTest {
    private static final byte[] DATA = "some bytes".repeat(100).getBytes(StandardCharsets.US_ASCII);

    @Test
    void findsAMemberBehindOthers() throws IOException {
        TarReader.Member member = find(archive(), "package/b");

        assertThat(member).isNotNull();
        assertThat(member.size()).isEqualTo(DATA.length);
        assertThat(member.data().readAllBytes()).isEqualTo(DATA);
        assertThat(member.data().read()).isEqualTo(-1);
    }

    @Test
    void readsSingleBytes() throws IOException {
        TarReader.Member member = find(archive(), "package/b");

        assertThat(member).isNotNull();
        assertThat(member.data().read()).isEqualTo('s');
        assertThat(member.data().read()).isEqualTo('o');
    }

    @Test
    void aMissingMemberIsNull() throws IOException {
        assertThat(find(archive(), "package/c")).isNull();
    }

    @Test
    void directoriesAreNotFiles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FakePackage.member("package/a", new byte[0], '5'));
        out.writeBytes(new byte[1024]);

        assertThat(find(out.toByteArray(), "package/a")).isNull();
    }

    @Test
    void everyCutFails() {
        byte[] archive = archive();
        for (int length : new int[] {0, 1, 511, 512, 1024, 1535, archive.length - 1024}) {
            assertThatThrownBy(() -> find(Arrays.copyOf(archive, length), "package/c"))
                    .as("cut at %s", length)
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aCutMemberFails() {
        byte[] archive = Arrays.copyOf(archive(), 1024 + 512 + 10);

        assertThatThrownBy(() -> {
                    TarReader.Member member = find(archive, "package/b");
                    assertThat(member).isNotNull();
                    member.data().readAllBytes();
                })
                .isInstanceOf(EOFException.class)
                .hasMessageContaining(DATA.length - 10 + " bytes before the end");
    }

    @Test
    void aDamagedHeaderFails() {
        byte[] archive = archive();
        archive[3] ^= 1;

        assertThatThrownBy(() -> find(archive, "package/b"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a tar header has the sum");
    }

    @Test
    void aDamagedSizeFails() {
        byte[] archive = archive();
        archive[124] = 'x';
        archive[148 + 4]++;

        assertThatThrownBy(() -> find(archive, "package/b")).isInstanceOf(IOException.class);
    }

    private static TarReader.Member find(byte[] archive, String name) throws IOException {
        return new TarReader(new ByteArrayInputStream(archive)).find(name);
    }

    private static byte[] archive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FakePackage.member("package/a", new byte[] {1, 2, 3}));
        out.writeBytes(FakePackage.member("package/b", DATA));
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }
}
