package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code Enum8} and {@code Enum16}: labels with numbers. */
public final class EnumType implements DataType {
    /**
     * One label.
     *
     * @param label its text
     * @param number its number
     */
    public record Entry(String label, int number) {}

    private final int bits;
    private final List<Entry> entries;
    private final Map<String, Integer> numbers;
    private final Map<Integer, String> labels;

    /**
     * Creates the type. Entries are put in the order of their numbers, as the server does.
     *
     * @param bits 8 or 16
     * @param entries the labels, at least one; labels and numbers are unique
     * @throws ConfigurationException if an entry repeats or a number is out of range
     */
    public EnumType(int bits, List<Entry> entries) {
        if (bits != 8 && bits != 16) {
            throw new ConfigurationException("Enum" + bits + " is not a type: expected Enum8 or Enum16");
        }
        if (entries.isEmpty()) {
            throw new ConfigurationException("Enum" + bits + " needs at least one label");
        }
        this.bits = bits;
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(Entry::number));
        this.entries = Collections.unmodifiableList(sorted);
        this.numbers = new HashMap<>();
        this.labels = new HashMap<>();
        int limit = 1 << (bits - 1);
        for (Entry entry : sorted) {
            if (entry.number() < -limit || entry.number() >= limit) {
                throw new ConfigurationException("Enum" + bits + " label '" + entry.label() + "' has the number "
                        + entry.number() + ": expected " + -limit + " to " + (limit - 1));
            }
            if (numbers.put(entry.label(), entry.number()) != null) {
                throw new ConfigurationException("Enum" + bits + " has the label '" + entry.label() + "' twice");
            }
            if (labels.put(entry.number(), entry.label()) != null) {
                throw new ConfigurationException("Enum" + bits + " has the number " + entry.number() + " twice");
            }
        }
    }

    @Override
    public TypeKind kind() {
        return bits == 8 ? TypeKind.ENUM8 : TypeKind.ENUM16;
    }

    /**
     * The width of a number.
     *
     * @return bits: 8 or 16
     */
    public int bits() {
        return bits;
    }

    /**
     * The labels in the order of their numbers.
     *
     * @return unmodifiable, never empty
     */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * The number of a label.
     *
     * @param label the label
     * @return its number, or null when there is no such label
     */
    public @Nullable Integer number(String label) {
        return numbers.get(label);
    }

    /**
     * The label of a number.
     *
     * @param number the number
     * @return its label, or null when there is no such number
     */
    public @Nullable String label(int number) {
        return labels.get(number);
    }

    @Override
    public String name() {
        return entries.stream()
                .map(entry -> TypeNames.quote(entry.label()) + " = " + entry.number())
                .collect(Collectors.joining(", ", "Enum" + bits + "(", ")"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnumType type && bits == type.bits && entries.equals(type.entries);
    }

    @Override
    public int hashCode() {
        return 31 * bits + entries.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
