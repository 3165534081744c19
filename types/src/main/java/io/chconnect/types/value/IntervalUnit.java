package io.chconnect.types.value;

/** The unit of an {@link Interval}. */
public enum IntervalUnit {
    /** {@code IntervalNanosecond}. */
    NANOSECOND("Nanosecond"),
    /** {@code IntervalMicrosecond}. */
    MICROSECOND("Microsecond"),
    /** {@code IntervalMillisecond}. */
    MILLISECOND("Millisecond"),
    /** {@code IntervalSecond}. */
    SECOND("Second"),
    /** {@code IntervalMinute}. */
    MINUTE("Minute"),
    /** {@code IntervalHour}. */
    HOUR("Hour"),
    /** {@code IntervalDay}. */
    DAY("Day"),
    /** {@code IntervalWeek}. */
    WEEK("Week"),
    /** {@code IntervalMonth}. */
    MONTH("Month"),
    /** {@code IntervalQuarter}. */
    QUARTER("Quarter"),
    /** {@code IntervalYear}. */
    YEAR("Year");

    private final String clickHouseName;

    IntervalUnit(String clickHouseName) {
        this.clickHouseName = clickHouseName;
    }

    /**
     * The unit as it stands in a type name.
     *
     * @return for example {@code Second}
     */
    public String clickHouseName() {
        return clickHouseName;
    }
}
