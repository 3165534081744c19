package io.chconnect.jooq.reflect;

/**
 * A condition on rows.
 *
 * @param name its name
 * @param assumed whether it is taken as given: ASSUME; otherwise inserts are tested: CHECK
 * @param condition the condition, as the server writes it
 */
public record ReflectedConstraint(String name, boolean assumed, String condition) {}
