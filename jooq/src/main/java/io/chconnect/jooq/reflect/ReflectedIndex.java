package io.chconnect.jooq.reflect;

/**
 * A data-skipping index.
 *
 * @param name its name
 * @param expression what it is of, as the server writes it
 * @param type its type with its parameters, for example {@code bloom_filter(0.01)}
 * @param granularity granules that it takes together
 */
public record ReflectedIndex(String name, String expression, String type, int granularity) {}
