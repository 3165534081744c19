package io.chconnect.types.value;

/**
 * A value of an {@code Interval…} type. The server prints the amount alone.
 *
 * @param amount how many units, any sign
 * @param unit the unit
 */
public record Interval(long amount, IntervalUnit unit) {}
