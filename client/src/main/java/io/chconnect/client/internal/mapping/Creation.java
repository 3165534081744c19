package io.chconnect.client.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * How objects of a class are made.
 *
 * @param constructor takes the arguments in order
 * @param arguments the properties that the constructor takes
 * @param setters what is set afterwards
 */
record Creation(MethodHandle constructor, List<Property> arguments, List<Setter> setters) {
    /**
     * A property that is set after the object is made.
     *
     * @param property the property
     * @param handle takes the object and the value
     */
    record Setter(Property property, MethodHandle handle) {}
}
