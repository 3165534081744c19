package io.chconnect.types.internal;

import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.PlainType;
import io.chconnect.types.SimpleType;
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

    private PlainTypes() {}

    /** All of them. */
    public static List<PlainType> all() {
        return ALL;
    }

    /** The type of a name as the server prints it; null when there is none. */
    static @Nullable PlainType find(String name) {
        return BY_NAME.get(name);
    }
}
