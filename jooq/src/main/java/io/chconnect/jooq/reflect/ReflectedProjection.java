package io.chconnect.jooq.reflect;

/**
 * A projection.
 *
 * @param name its name
 * @param definition what follows the name, as the server writes it, for example {@code (SELECT a, count() GROUP BY a)}
 */
public record ReflectedProjection(String name, String definition) {}
