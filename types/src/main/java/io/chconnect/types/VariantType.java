package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.internal.Nesting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code Variant(…)}: a value of one of several types, or NULL.
 *
 * @param members the types in the order of their names, each once; Nothing is none of them
 */
public record VariantType(List<DataType> members) implements DataType {
    /**
     * Copies the members and puts them in the server's order, each once and without Nothing, as the server does.
     *
     * @throws ConfigurationException if no member is left
     */
    public VariantType {
        Map<String, DataType> sorted = new TreeMap<>(TypeNames.BYTE_ORDER);
        members.stream()
                .filter(member -> !Nesting.isNothing(member))
                .forEach(member -> sorted.put(member.name(), member));
        if (sorted.isEmpty()) {
            throw new ConfigurationException("Variant needs at least one type");
        }
        members = List.copyOf(sorted.values());
    }

    /**
     * Whether the server lets values of a type stand in a {@code Variant} or {@code Dynamic}.
     *
     * @param type any type
     * @return false for Nothing, for types that have a NULL of their own, and for Variant, Dynamic and Geometry
     */
    public static boolean mayHold(DataType type) {
        return Nesting.mayBeInVariant(type) && !Nesting.isNothing(type);
    }

    @Override
    public TypeKind kind() {
        return TypeKind.VARIANT;
    }

    @Override
    public String name() {
        return members.stream().map(DataType::name).collect(Collectors.joining(", ", "Variant(", ")"));
    }

    @Override
    public String toString() {
        return name();
    }
}
