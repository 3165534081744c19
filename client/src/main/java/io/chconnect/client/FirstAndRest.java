package io.chconnect.client;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An element that was already taken, and the iterator it came from. */
final class FirstAndRest<T> implements Iterator<T> {
    private @Nullable T first;
    private final Iterator<T> rest;

    FirstAndRest(T first, Iterator<T> rest) {
        this.first = first;
        this.rest = rest;
    }

    @Override
    public boolean hasNext() {
        return first != null || rest.hasNext();
    }

    @Override
    public T next() {
        T taken = first;
        if (taken == null) {
            return rest.next();
        }
        first = null;
        return taken;
    }
}
