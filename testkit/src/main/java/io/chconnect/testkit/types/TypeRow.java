package io.chconnect.testkit.types;

import io.chconnect.types.TypeKind;
import java.util.List;
import java.util.Set;

/**
 * One row of the table of types: what users are told, and the values that prove it.
 *
 * @param name how the documentation calls the type
 * @param kinds the kinds that the row is about
 * @param javaClass what a column gives for a value
 * @param accepts the Java values that can be written
 * @param nulls what holds for NULL
 * @param range which values there are
 * @param types concrete types with their values
 */
public record TypeRow(
        String name,
        Set<TypeKind> kinds,
        String javaClass,
        String accepts,
        String nulls,
        String range,
        List<TypeSamples> types) {
    static final String NULLABLE = "only as `Nullable`";
    static final String NEVER = "never";

    static TypeRow of(String name, String javaClass, String accepts, String nulls, String range, TypeSamples... types) {
        List<TypeSamples> samples = List.of(types);
        Set<TypeKind> kinds = Set.copyOf(
                samples.stream().map(each -> each.type().kind()).distinct().toList());
        return new TypeRow(name, kinds, javaClass, accepts, nulls, range, samples);
    }

    @Override
    public String toString() {
        return name;
    }
}
