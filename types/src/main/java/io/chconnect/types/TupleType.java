package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.internal.Quoting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     *
     * @throws ConfigurationException if a name is there twice, or some elements have one and others have none
     */
    public TupleType {
        elements = List.copyOf(elements);
        Set<String> names = new HashSet<>();
        for (Element element : elements) {
            if (element.name() != null && !names.add(element.name())) {
                throw new ConfigurationException(
                        "the element name " + Quoting.backticks(element.name()) + " is there twice");
            }
        }
        if (!names.isEmpty() && names.size() != elements.size()) {
            throw new ConfigurationException("either all elements have a name or none has");
        }
    }

    /**
     * One element of a tuple or of a nested structure.
     *
     * @param name its name, unquoted; null when it has none
     * @param type its type
     */
    public record Element(@Nullable String name, DataType type) {
        /**
         * Checks the name.
         *
         * @throws ConfigurationException if it is empty
         */
        public Element {
            if (name != null && name.isEmpty()) {
                throw new ConfigurationException("the name of an element must not be empty");
            }
        }

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
        return !elements.isEmpty() && elements.get(0).name() != null;
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
