package io.chconnect.types.value;

import io.chconnect.types.DataType;

/**
 * A value of a {@code Variant} or {@code Dynamic} together with its type, where the value alone does not tell it.
 *
 * @param type the member of the Variant, or the type that the Dynamic holds
 * @param value the value, as the type has it; never NULL
 */
public record TypedVariant(DataType type, Object value) {}
