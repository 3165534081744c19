package io.chconnect.client.internal.mapping;

import java.lang.invoke.MethodHandle;

/**
 * A property of an object that can be read.
 *
 * @param property the property
 * @param handle takes the object
 */
record Getter(Property property, MethodHandle handle) {}
