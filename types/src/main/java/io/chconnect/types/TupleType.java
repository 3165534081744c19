package io.chconnect.types;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code Tuple(…)}, with named or unnamed elements, or none.
 *
 * @param elements the elements in order
 */
public record TupleType(List<Element> elements) implements DataType {
    /**
     * Copies the list.
     */
    public TupleType {
        elements = List.copyOf(elements);
    }

    /**
     * One element of a tuple or of a nested structure.
     *
     * @param name its name, unquoted; null when it has none
     * @param type its type
     */
    public record Element(@Nullable String name, DataType type) {
        String describe() {
            return name == null ? type.name() : TypeNames.identifier(name) + " " + type.name();
        }
    }

    @Override
    public TypeKind kind() {
        return TypeKind.TUPLE;
    }

    /**
     * Whether the elements have names.
     *
     * @return true when there are elements and all are named
     */
    public boolean named() {
        return !elements.isEmpty() && elements.stream().allMatch(element -> element.name() != null);
    }

    @Override
    public String name() {
        return elements.stream().map(Element::describe).collect(Collectors.joining(", ", "Tuple(", ")"));
    }

    @Override
    public String toString() {
        return name();
    }
}
