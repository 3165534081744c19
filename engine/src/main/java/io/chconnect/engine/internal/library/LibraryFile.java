package io.chconnect.engine.internal.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a file can be a whole library, without reading all of it. An ELF file begins with its header; the section
 * headers, which linkers put last, show whether the end is missing:
 *
 * <pre>
 * 0x00 7f 45 4c 46     magic
 * 0x04 02 01           64-bit, little-endian
 * 0x12 u16             machine: 62 x86-64, 183 AArch64
 * 0x28 u64             offset of the section headers
 * 0x3a u16 u16         size and count of the section headers
 * </pre>
 */
final class LibraryFile {
    private static final int HEADER_BYTES = 64;
    private static final int ELF_MAGIC = 0x464c457f;
    private static final int MACH_O_MAGIC = 0xfeedfacf;
    private static final int MACHINE_X86_64 = 62;
    private static final int MACHINE_AARCH64 = 183;

    private LibraryFile() {}

    /** What is wrong with the file, or null when nothing is. */
    static @Nullable String problem(Path file, Platform platform) {
        if (!Files.exists(file)) {
            return "there is no such file";
        }
        if (!Files.isRegularFile(file)) {
            return "it is not a regular file";
        }
        if (!Files.isReadable(file)) {
            return "it cannot be read by this user";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining()) {
                if (channel.read(header, header.position()) < 0) {
                    return "it holds only " + channel.size() + " bytes";
                }
            }
            return platform.os().equals("macos") ? machProblem(header) : elfProblem(header, channel.size(), platform);
        } catch (IOException e) {
            return "it cannot be read: " + e.getMessage();
        }
    }

    private static @Nullable String machProblem(ByteBuffer header) {
        return header.getInt(0) == MACH_O_MAGIC ? null : "it is not a 64-bit Mach-O file";
    }

    private static @Nullable String elfProblem(ByteBuffer header, long size, Platform platform) {
        if (header.getInt(0) != ELF_MAGIC) {
            return "it is not an ELF file: it does not begin with 7f 45 4c 46";
        }
        if (header.getShort(4) != 0x0102) {
            return "it is not a 64-bit little-endian ELF file";
        }
        int machine = Short.toUnsignedInt(header.getShort(0x12));
        int wanted = platform.architecture().equals("aarch64") ? MACHINE_AARCH64 : MACHINE_X86_64;
        if (machine != wanted) {
            return "it is made for ELF machine " + machine + ", but this is " + platform.key() + " (" + wanted + ")";
        }
        long offset = header.getLong(0x28);
        long end =
                offset + (long) Short.toUnsignedInt(header.getShort(0x3a)) * Short.toUnsignedInt(header.getShort(0x3c));
        if (offset < HEADER_BYTES || end < offset || end > size) {
            return "it is cut short or damaged: it holds " + size + " bytes, and its section headers end at " + end;
        }
        return null;
    }
}
