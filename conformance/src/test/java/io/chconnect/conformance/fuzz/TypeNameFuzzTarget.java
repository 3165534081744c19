package io.chconnect.conformance.fuzz;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.nio.charset.StandardCharsets;

/** The parser of type names: what it takes it prints so that it takes it again. */
public final class TypeNameFuzzTarget {
    private TypeNameFuzzTarget() {}

    /** For Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        String name = new String(input, StandardCharsets.UTF_8);
        Allocation.bounded(input.length, () -> {
            try {
                DataType type = DataTypes.parse(name);
                if (!DataTypes.parse(type.name()).equals(type)) {
                    throw new AssertionError(name + " is printed as " + type.name());
                }
            } catch (ConfigurationException | UnsupportedTypeException e) {
                // The documented ways to fail.
            }
            return true;
        });
    }
}
