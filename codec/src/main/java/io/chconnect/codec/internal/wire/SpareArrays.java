package io.chconnect.codec.internal.wire;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of the block that was given back last, to be filled again: they need not be cleared, and are near to the processor
 * still. Not thread-safe.
 */
public final class SpareArrays {
    private final Map<Class<?>, Map<Integer, ArrayDeque<Object>>> arrays = new HashMap<>();
    private final ArrayDeque<byte[]> texts = new ArrayDeque<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Forgets all arrays. */
    public void clear() {
        arrays.clear();
        texts.clear();
        known.clear();
    }

    /** Takes an array of numbers or bytes that nobody else uses any more; one that is here already is not taken twice. */
    public void add(Object array) {
        if (known.add(array)) {
            arrays.computeIfAbsent(array.getClass(), kind -> new HashMap<>())
                    .computeIfAbsent(Array.getLength(array), length -> new ArrayDeque<>())
                    .add(array);
        }
    }

    /** Takes the bytes of a column of strings. */
    public void addTexts(byte[] bytes) {
        if (known.add(bytes)) {
            texts.add(bytes);
        }
    }

    /** An array of exactly this length, with anything in it; null when there is none. */
    <A> @Nullable A take(Class<A> kind, int length) {
        Map<Integer, ArrayDeque<Object>> ofKind = arrays.get(kind);
        ArrayDeque<Object> found = ofKind == null ? null : ofKind.get(length);
        Object array = found == null ? null : found.poll();
        return array == null ? null : kind.cast(array);
    }

    /** Bytes of a column of strings, at least as many; null when there are none. */
    byte @Nullable [] takeTexts(int length) {
        byte[] bytes = texts.poll();
        return bytes == null || bytes.length < length ? null : bytes;
    }
}
