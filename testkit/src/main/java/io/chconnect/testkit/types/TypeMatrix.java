package io.chconnect.testkit.types;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every data type with its boundary values. The codec contract, the conformance tests and the documentation's table of types
 * read this one table.
 */
public final class TypeMatrix {
    private static final List<TypeRow> ROWS = Stream.of(
                    NumberRows.rows(),
                    DecimalRows.rows(),
                    TextRows.rows(),
                    AddressRows.rows(),
                    DateRows.rows(),
                    TimeRows.rows(),
                    ContainerRows.rows(),
                    WrapperRows.rows(),
                    GeoRows.rows(),
                    SemistructuredRows.rows())
            .flatMap(List::stream)
            .toList();

    private TypeMatrix() {}

    /**
     * The rows, in the order of the documentation.
     *
     * @return unmodifiable
     */
    public static List<TypeRow> rows() {
        return ROWS;
    }

    /**
     * The concrete types of all rows.
     *
     * @return unmodifiable
     */
    public static List<TypeSamples> types() {
        return ROWS.stream().flatMap(row -> row.types().stream()).toList();
    }
}
