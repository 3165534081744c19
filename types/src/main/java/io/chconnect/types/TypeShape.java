package io.chconnect.types;

/**
 * How the values of a type are made up: from other types, or not. A switch over all shapes, without a default, names every
 * place that a new container needs; a new scalar needs none of them.
 */
public enum TypeShape {
    /** One value with bytes of its own, and no type within. */
    SCALAR,
    /** A type within and NULL. */
    NULLABLE,
    /** The values of a type within, by a dictionary. */
    LOW_CARDINALITY,
    /** Any number of values of a type within. */
    ARRAY,
    /** One value of each type within. */
    TUPLE,
    /** Keys and values of two types within. */
    MAP,
    /** Any number of tuples. */
    NESTED,
    /** A shape of points, which is an array or tuple under a name of its own. */
    GEO,
    /** The values of a type within, which merge by a function. */
    SIMPLE_AGGREGATE_FUNCTION,
    /** Bytes that only the server understands. */
    AGGREGATE_FUNCTION,
    /** Values of several types: {@code Variant}, {@code Dynamic} and {@code Geometry}. */
    CHOICE,
    /** An object. */
    JSON,
    /** A vector of floating point numbers. */
    QBIT
}
