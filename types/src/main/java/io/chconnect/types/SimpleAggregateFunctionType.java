package io.chconnect.types;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code SimpleAggregateFunction(f, T)}: stored and sent as its last argument.
 *
 * @param function the aggregate function with its parameters, as the server prints it
 * @param arguments the types of the arguments, at least one
 */
public record SimpleAggregateFunctionType(String function, List<DataType> arguments) implements DataType {
    /**
     * Copies the list.
     */
    public SimpleAggregateFunctionType {
        arguments = List.copyOf(arguments);
    }

    @Override
    public TypeKind kind() {
        return TypeKind.SIMPLE_AGGREGATE_FUNCTION;
    }

    @Override
    public String name() {
        return arguments.stream()
                .map(DataType::name)
                .collect(Collectors.joining(", ", "SimpleAggregateFunction(" + function + ", ", ")"));
    }

    /**
     * The type this one is stored and sent as.
     *
     * @return the first argument
     */
    public DataType storage() {
        return arguments.get(0);
    }

    @Override
    public String toString() {
        return name();
    }
}
