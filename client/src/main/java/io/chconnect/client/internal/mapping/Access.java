package io.chconnect.client.internal.mapping;

import io.chconnect.error.ConfigurationException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** The right to use the members of a class: that of a user's lookup, or what the class's module grants everybody. */
final class Access {
    private final Class<?> target;
    private final MethodHandles.Lookup lookup;
    private final boolean given;

    private Access(Class<?> target, MethodHandles.Lookup lookup, boolean given) {
        this.target = target;
        this.lookup = lookup;
        this.given = given;
    }

    /** What every caller may use: all members where the package is open, public ones where it is exported. */
    static Access open(Class<?> target) {
        if (target.isPrimitive() || target.isArray()) {
            return new Access(target, MethodHandles.publicLookup(), false);
        }
        Access.class.getModule().addReads(target.getModule());
        try {
            return new Access(target, MethodHandles.privateLookupIn(target, MethodHandles.lookup()), false);
        } catch (IllegalAccessException e) {
            return new Access(target, MethodHandles.publicLookup(), false);
        }
    }

    /** What the holder of a lookup may use. */
    static Access of(MethodHandles.Lookup lookup, Class<?> target) {
        if (target.isPrimitive() || target.isArray()) {
            return new Access(target, lookup, true);
        }
        Access.class.getModule().addReads(target.getModule());
        try {
            return new Access(target, MethodHandles.privateLookupIn(target, lookup), true);
        } catch (IllegalAccessException e) {
            return new Access(target, lookup, true);
        }
    }

    /** The same right for the class of a property. */
    Access to(Class<?> other) {
        return given ? of(lookup, other) : open(other);
    }

    MethodHandle constructor(Constructor<?> constructor) {
        try {
            return lookup.unreflectConstructor(constructor);
        } catch (IllegalAccessException e) {
            throw denied(constructor, e);
        }
    }

    MethodHandle method(Method method) {
        try {
            return lookup.unreflect(method);
        } catch (IllegalAccessException e) {
            throw denied(method, e);
        }
    }

    MethodHandle getter(Field field) {
        try {
            return lookup.unreflectGetter(field);
        } catch (IllegalAccessException e) {
            throw denied(field, e);
        }
    }

    MethodHandle setter(Field field) {
        try {
            return lookup.unreflectSetter(field);
        } catch (IllegalAccessException e) {
            throw denied(field, e);
        }
    }

    private ConfigurationException denied(Member member, IllegalAccessException cause) {
        String advice = given
                ? "the lookup that was given has no right to it"
                : "give the right to it by the method that takes (MethodHandles.lookup(), "
                        + target.getSimpleName()
                        + ".class), make it public in an exported package, or open the package";
        return new ConfigurationException(member + " is not accessible: " + advice, cause);
    }
}
