package io.chconnect.types;

import java.util.List;

/** A type without parameters: nothing but its name. There is one instance of each. */
public sealed interface PlainType extends DataType permits IntegerType, FloatType, SimpleType {
    /**
     * What stands for the type in the server's binary encoding of types.
     *
     * @return a code, 0x00 to 0xFF; 0x2C, which the name follows, for types that have none of their own
     */
    int binaryCode();

    /**
     * Other names that the server accepts, in any case.
     *
     * @return unmodifiable, often empty
     */
    List<String> aliases();

    /**
     * Whether the server accepts the name in any case.
     *
     * @return false when it must be written as {@link #name()} is
     */
    boolean inAnyCase();
}
