package io.chconnect.jooq.reflect;

import io.chconnect.jooq.TableEngine;
import java.util.List;
import java.util.Map;

/**
 * How and where rows are kept. Expressions are texts as the server writes them, empty when nothing is said. Immutable.
 *
 * @param engine the name of the engine; empty of views, dictionaries and tables that stand for a table function
 * @param parameters its parameters
 * @param orderBy the order of rows
 * @param primaryKey what is held in memory, where that is not the order itself
 * @param partitionBy what is kept apart
 * @param sampleBy what samples are taken by
 * @param ttl when rows are deleted, moved, compressed or aggregated
 * @param settings settings with their values as they are written, texts in quotes
 */
public record ReflectedStorage(
        String engine,
        List<String> parameters,
        String orderBy,
        String primaryKey,
        String partitionBy,
        String sampleBy,
        String ttl,
        Map<String, String> settings) {
    /** Copies the list and the map. */
    public ReflectedStorage {
        parameters = List.copyOf(parameters);
        settings = Written.copy(settings);
    }

    /**
     * The engine for a statement that makes a table.
     *
     * @return the engine with its parameters
     * @throws IllegalStateException if there is none
     */
    public TableEngine tableEngine() {
        if (engine.isEmpty()) {
            throw new IllegalStateException("There is no engine");
        }
        return TableEngine.of(engine, Written.list(parameters).toArray());
    }
}
