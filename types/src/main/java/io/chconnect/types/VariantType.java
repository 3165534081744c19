package io.chconnect.types;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code Variant(…)}: a value of one of several types, or NULL.
 *
 * @param members the types in the order of their names, each once
 */
public record VariantType(List<DataType> members) implements DataType {
    /**
     * Copies the members and puts them in the server's order, each once.
     */
    public VariantType {
        Map<String, DataType> sorted = new TreeMap<>(TypeNames.BYTE_ORDER);
        members.forEach(member -> sorted.put(member.name(), member));
        members = List.copyOf(sorted.values());
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
