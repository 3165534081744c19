package io.chconnect.client;

import io.chconnect.types.DataType;

/**
 * A column of a result.
 *
 * @param name its name; may stand twice in a result
 * @param type its type
 */
public record ResultColumn(String name, DataType type) {}
