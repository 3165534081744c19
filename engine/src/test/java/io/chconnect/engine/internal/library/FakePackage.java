package io.chconnect.engine.internal.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Archives and commands that stand in for npm and its package. */
final class FakePackage {
    private FakePackage() {}

    /** A file that looks like a whole ELF library of the given size. */
    static byte[] elf(int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 0x464c457f).put(4, (byte) 2).put(5, (byte) 1).putShort(0x12, (short) 62);
        bytes.putLong(0x28, size - 64L).putShort(0x3a, (short) 64).putShort(0x3c, (short) 1);
        return bytes.array();
    }

    static byte[] tarGz(byte[] library) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(member("package/package.json", "{}".getBytes(StandardCharsets.US_ASCII)));
            out.write(member("package/libchdb.so", library));
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    static byte[] member(String name, byte[] data) {
        return member(name, data, '0');
    }

    static byte[] member(String name, byte[] data, char kind) {
        ByteBuffer block = ByteBuffer.allocate(512 + (data.length + 511) / 512 * 512);
        block.put(0, name.getBytes(StandardCharsets.US_ASCII));
        block.put(124, String.format(Locale.ROOT, "%011o", data.length).getBytes(StandardCharsets.US_ASCII));
        block.put(156, (byte) kind);
        block.put(148, "        ".getBytes(StandardCharsets.US_ASCII));
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += Byte.toUnsignedInt(block.get(i));
        }
        block.put(148, String.format(Locale.ROOT, "%06o", sum).getBytes(StandardCharsets.US_ASCII));
        block.put(154, (byte) 0);
        block.put(512, data);
        return block.array();
    }

    static PinnedPackage pinned(byte[] archive, long librarySize) {
        try {
            String sha512 = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(archive));
            return new PinnedPackage("@fake/lib", "1.2.3", sha512, "package/libchdb.so", librarySize);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A command that, called as {@code npm pack SPEC --ignore-scripts --pack-destination DIR}, runs a shell script. */
    static List<String> npm(Path directory, String script) throws IOException {
        Path file = directory.resolve("npm.sh");
        Files.writeString(file, "DIR=\"$5\"\n" + script + "\n", StandardCharsets.UTF_8);
        return List.of("/bin/sh", file.toString());
    }
}
