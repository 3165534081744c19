package io.chconnect.dataframe;

/** What becomes of NULL in columns of numbers and of Bool. Elsewhere NULL is null. */
public enum FrameNulls {
    /** A column with a NULL is a series of objects, among them null. One without any stays primitive. */
    OBJECTS,
    /** NULL becomes NaN in floating point numbers, 0 in whole numbers and false in Bool, and the series stay primitive. */
    DEFAULTS
}
