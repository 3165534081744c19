package io.chconnect.engine.internal.natives;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts in native memory, always UTF-8. */
public final class CStrings {
    private CStrings() {}

    /**
     * An {@code argv}: a table of pointers, ended by null, followed by the texts, each ended by NUL.
     *
     * @param texts the arguments
     * @return one block, to be closed by the caller
     */
    public static Memory arguments(List<String> texts) {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        long table = (encoded.size() + 1L) * Long.BYTES;
        long size =
                table + encoded.stream().mapToLong(bytes -> bytes.length + 1L).sum();
        Memory memory = new Memory(size);
        long at = table;
        for (int i = 0; i < encoded.size(); i++) {
            byte[] bytes = encoded.get(i);
            memory.setPointer((long) i * Long.BYTES, memory.share(at));
            memory.write(at, bytes, 0, bytes.length);
            memory.setByte(at + bytes.length, (byte) 0);
            at += bytes.length + 1L;
        }
        memory.setLong(table - Long.BYTES, 0);
        return memory;
    }

    /**
     * A text that ends with NUL.
     *
     * @param pointer its first byte
     * @return the text
     */
    public static String read(Pointer pointer) {
        int length = Math.toIntExact(pointer.indexOf(0, (byte) 0));
        return new String(pointer.getByteArray(0, length), StandardCharsets.UTF_8);
    }
}
