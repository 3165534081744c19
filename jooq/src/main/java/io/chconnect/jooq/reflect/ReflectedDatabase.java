package io.chconnect.jooq.reflect;

/**
 * A database.
 *
 * @param name its name
 * @param engine its engine, for example {@code Atomic}
 * @param comment what people are told of it; empty when nothing is said
 */
public record ReflectedDatabase(String name, String engine, String comment) {}
