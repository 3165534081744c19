package io.chconnect.jooq.reflect;

/**
 * What a view has beyond columns and storage. Texts are empty when nothing is said.
 *
 * @param query its query, as the server writes it
 * @param targetDatabase the database of the table that a materialized view writes to
 * @param targetTable the name of that table; empty when the view has rows of its own, or none
 * @param refresh when a materialized view is refreshed, for example {@code EVERY 1 HOUR}
 * @param append whether a refresh adds rows and keeps those before
 * @param definer the user whose rights it reads with
 * @param security {@code DEFINER}, {@code INVOKER} or {@code NONE}
 */
public record ReflectedView(
        String query,
        String targetDatabase,
        String targetTable,
        String refresh,
        boolean append,
        String definer,
        String security) {}
