package io.chconnect.jdbc.internal.result;

import java.lang.invoke.MethodType;

/** The classes that stand for primitive ones. */
final class Wrappers {
    private Wrappers() {}

    static Class<?> of(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
