package io.chconnect.testkit.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a type.
 *
 * @param sql an expression that the engine casts to the type
 * @param value what a column gives for it; null for NULL
 * @param text what the engine's {@code toString} gives, {@code NULL} for NULL
 * @param inputs other Java values that are written as this value
 */
public record Sample(String sql, @Nullable Object value, String text, List<Object> inputs) {}
