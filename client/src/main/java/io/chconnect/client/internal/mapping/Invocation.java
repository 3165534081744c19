package io.chconnect.client.internal.mapping;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Calls of users' methods. What they throw comes out as it is. */
final class Invocation {
    private Invocation() {}

    /** Calls a getter of the type {@code (Object)Object}. */
    static @Nullable Object get(MethodHandle getter, Object object) {
        try {
            return (Object) getter.invokeExact(object);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** The failure of a user's method as something to throw. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("A constructor, getter or setter failed", failure);
    }
}
