package io.chconnect.testkit.types;

import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Values of one concrete type, and Java values that it refuses. Filled while the matrix is made, and not changed later. */
public final class TypeSamples {
    private final DataType type;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Object> refused = new ArrayList<>();
    private boolean canonical = true;
    private boolean storable = true;

    private TypeSamples(DataType type) {
        this.type = type;
    }

    static TypeSamples of(String typeName) {
        return new TypeSamples(DataTypes.parse(typeName));
    }

    /** Adds a value; see {@link Sample}. */
    TypeSamples value(String sql, @Nullable Object value, String text, Object... inputs) {
        samples.add(new Sample(sql, value, text, List.of(inputs)));
        return this;
    }

    /** Adds Java values whose writing must fail. */
    TypeSamples refuses(Object... values) {
        refused.addAll(List.of(values));
        return this;
    }

    /** Says that the same values may have different bytes. */
    TypeSamples notCanonical() {
        canonical = false;
        return this;
    }

    /** Says that no table can have such a column. */
    TypeSamples notStorable() {
        storable = false;
        return this;
    }

    /**
     * The type.
     *
     * @return the parsed type
     */
    public DataType type() {
        return type;
    }

    /**
     * The values.
     *
     * @return at least one
     */
    public List<Sample> samples() {
        return Collections.unmodifiableList(samples);
    }

    /**
     * Java values that cannot be written.
     *
     * @return possibly none
     */
    public List<Object> refused() {
        return Collections.unmodifiableList(refused);
    }

    /**
     * Whether the same values always have the same bytes.
     *
     * @return false for dictionaries and variants
     */
    public boolean canonical() {
        return canonical;
    }

    /**
     * Whether a table can have a column of the type.
     *
     * @return false for Nothing
     */
    public boolean storable() {
        return storable;
    }

    /**
     * An expression for a column that goes through the samples again and again.
     *
     * @param rowNumber the name of the column that counts the rows from 0
     * @return an expression of the type
     */
    public String cyclingSql(String rowNumber) {
        StringJoiner values = new StringJoiner(", ", "CAST([", "][" + rowNumber + " % " + samples.size() + " + 1], ");
        for (int i = 0; i < samples.size(); i++) {
            values.add(castSql(i));
        }
        return values + quoted(type.name()) + ")";
    }

    /**
     * An expression for one value.
     *
     * @param index the place of the sample
     * @return an expression of the type
     */
    public String castSql(int index) {
        return "CAST(" + samples.get(index).sql() + ", " + quoted(type.name()) + ")";
    }

    /**
     * The Java value of a row of {@link #cyclingSql}.
     *
     * @param row from 0
     * @return null for NULL
     */
    public @Nullable Object value(int row) {
        return samples.get(row % samples.size()).value();
    }

    @Override
    public String toString() {
        return type.name();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
