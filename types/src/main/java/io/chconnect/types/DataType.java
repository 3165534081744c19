package io.chconnect.types;

/**
 * A ClickHouse data type. Immutable; equal when the server would print the same {@link #name()}.
 *
 * <p>Values come from {@link DataTypes}, by factory or by {@link DataTypes#parse}.
 */
public sealed interface DataType
        permits PlainType,
                DecimalType,
                FixedStringType,
                DateTimeType,
                DateTime64Type,
                Time64Type,
                IntervalType,
                EnumType,
                NullableType,
                LowCardinalityType,
                ArrayType,
                TupleType,
                MapType,
                NestedType,
                GeoType,
                SimpleAggregateFunctionType,
                AggregateFunctionType,
                VariantType,
                DynamicType,
                JSONType,
                QBitType {
    /**
     * The kind of this type.
     *
     * @return never null
     */
    TypeKind kind();

    /**
     * The type's name, exactly as the server prints it in {@code toTypeName}.
     *
     * @return for example {@code Array(Nullable(DateTime64(3, 'Europe/Berlin')))}
     */
    String name();
}
