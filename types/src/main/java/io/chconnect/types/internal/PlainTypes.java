package io.chconnect.types.internal;

import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.PlainType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.TypeShape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All types without parameters. */
public final class PlainTypes {
    private static final List<PlainType> ALL = Stream.<List<? extends PlainType>>of(
                    IntegerType.values(), FloatType.values(), SimpleType.values())
            .<PlainType>flatMap(List::stream)
            .toList();
    private static final Map<String, PlainType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(PlainType::name, Function.identity()));
    private static final List<PlainType> WITH_THEIR_OWN_CLASS = ALL.stream()
            .filter(type -> ALL.stream()
                            .filter(other -> valueClass(other) == valueClass(type))
                            .count()
                    == 1)
            .filter(type -> type.kind().shape() == TypeShape.SCALAR)
            .toList();

    private PlainTypes() {}

    /** All of them. */
    public static List<PlainType> all() {
        return ALL;
    }

    /** The only type whose values rows deliver as the class of a value; null when there is none, or there are several. */
    public static @Nullable PlainType ofOnlyValue(Object value) {
        for (PlainType type : WITH_THEIR_OWN_CLASS) {
            if (type.kind().valueClass().isInstance(value)) {
                return type;
            }
        }
        return null;
    }

    /** The type of a name as the server prints it; null when there is none. */
    static @Nullable PlainType find(String name) {
        return BY_NAME.get(name);
    }

    private static Class<?> valueClass(PlainType type) {
        return type.kind().valueClass();
    }
}
