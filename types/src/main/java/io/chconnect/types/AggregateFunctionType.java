package io.chconnect.types;

/**
 * {@code AggregateFunction(…)}: the state of an aggregate function, known by name only.
 *
 * @param definition all between the outer parentheses, as the server prints it: version, function, parameters, arguments
 */
public record AggregateFunctionType(String definition) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.AGGREGATE_FUNCTION;
    }

    @Override
    public String name() {
        return "AggregateFunction(" + definition + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
