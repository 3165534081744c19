package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code Nested(…)} as one column, sent as {@code Array(Tuple(…))}; the server shows it so only with {@code flatten_nested = 0}.
 *
 * @param elements the elements in order, each with a name
 */
public record NestedType(List<TupleType.Element> elements) implements DataType {
    /**
     * Copies the list.
     *
     * @throws ConfigurationException if there is no element, or one without name, or a name is there twice
     */
    public NestedType {
        if (elements.isEmpty()) {
            throw new ConfigurationException("Nested needs at least one element");
        }
        if (!new TupleType(elements).named()) {
            throw new ConfigurationException("the elements of Nested need names");
        }
        elements = List.copyOf(elements);
    }

    @Override
    public TypeKind kind() {
        return TypeKind.NESTED;
    }

    /**
     * The type this one is sent as.
     *
     * @return {@code Array(Tuple(…))} with the same elements
     */
    public ArrayType asArray() {
        return new ArrayType(new TupleType(elements));
    }

    @Override
    public String name() {
        return elements.stream().map(TupleType.Element::describe).collect(Collectors.joining(", ", "Nested(", ")"));
    }

    @Override
    public String toString() {
        return name();
    }
}
