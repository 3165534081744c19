package io.chconnect.client.internal.mapping;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of properties behind getters and setters, by the rules of Java beans. */
final class BeanNames {
    private BeanNames() {}

    static boolean isSetter(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 1
                && !method.isBridge()
                && method.getName().length() > 3
                && method.getName().startsWith("set")
                && !Character.isLowerCase(method.getName().charAt(3));
    }

    static String ofSetter(Method method) {
        return decapitalize(method.getName().substring(3));
    }

    /** The property of a getter; null when the method is none. */
    static @Nullable String ofGetter(Method method) {
        boolean candidate = !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && !method.isBridge()
                && method.getReturnType() != void.class
                && method.getDeclaringClass() != Object.class;
        if (!candidate) {
            return null;
        }
        String name = method.getName();
        if (starts(name, "get")) {
            return decapitalize(name.substring(3));
        }
        return starts(name, "is") && method.getReturnType() == boolean.class ? decapitalize(name.substring(2)) : null;
    }

    private static boolean starts(String name, String prefix) {
        return name.length() > prefix.length()
                && name.startsWith(prefix)
                && !Character.isLowerCase(name.charAt(prefix.length()));
    }

    /** {@code URL} stays, {@code Url} becomes {@code url}. */
    private static String decapitalize(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
