package io.chconnect.client.internal.mapping;

import io.chconnect.client.ColumnName;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Something of an object that a column holds.
 *
 * @param owner the class of the object
 * @param name the property's name in Java
 * @param column the column's name by annotation; null without one
 * @param type the property's Java type
 */
record Property(Class<?> owner, String name, @Nullable String column, Type type) {
    /** The column's name that the first annotated of some elements says; null when none does. */
    static @Nullable String columnOf(@Nullable AnnotatedElement... elements) {
        for (AnnotatedElement element : elements) {
            ColumnName annotation = element == null ? null : element.getAnnotation(ColumnName.class);
            if (annotation != null) {
                return annotation.value();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "\"" + name + "\" of " + owner.getTypeName();
    }
}
