package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate function with its parameters and the types of its arguments.
 *
 * @param version the version of the state; 0 is not printed
 * @param name the function
 * @param parameters its parameters, see {@link FunctionParameters}
 * @param arguments the types of its arguments
 */
public record AggregateSignature(
        int version, String name, List<@Nullable Object> parameters, List<DataType> arguments) {
    /**
     * The function as the server prints it.
     *
     * @return for example {@code quantiles(0.5, 0.9)}
     */
    public String functionText() {
        return parameters.isEmpty() ? name : name + "(" + FunctionParameters.text(parameters) + ")";
    }

    /**
     * All that stands between the parentheses of {@code AggregateFunction(…)}.
     *
     * @return for example {@code 1, sumMap, Array(UInt8), Array(UInt8)}
     */
    public String text() {
        String types = arguments.stream().map(type -> ", " + type.name()).collect(Collectors.joining());
        return (version == 0 ? "" : version + ", ") + functionText() + types;
    }
}
