package io.chconnect.jooq;

import io.chconnect.jooq.internal.type.JavaClasses;
import io.chconnect.jooq.internal.type.TypedBinding;
import io.chconnect.types.DataTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;

/**
 * ClickHouse's types as jOOQ's, for columns, bound values, literals and casts. A bound value becomes a server-side parameter
 * of exactly the type; an inlined one is written as a value of it. Types are NOT NULL unless they are {@code Nullable}.
 */
public final class ClickHouseTypes {
    /** 8 bits, signed. */
    public static final DataType<Byte> INT8 = of("Int8", Byte.class);

    /** 16 bits, signed. */
    public static final DataType<Short> INT16 = of("Int16", Short.class);

    /** 32 bits, signed. */
    public static final DataType<Integer> INT32 = of("Int32", Integer.class);

    /** 64 bits, signed. */
    public static final DataType<Long> INT64 = of("Int64", Long.class);

    /** 128 bits, signed. */
    public static final DataType<BigInteger> INT128 = of("Int128", BigInteger.class);

    /** 256 bits, signed. */
    public static final DataType<BigInteger> INT256 = of("Int256", BigInteger.class);

    /** 8 bits, unsigned. */
    public static final DataType<Short> UINT8 = of("UInt8", Short.class);

    /** 16 bits, unsigned. */
    public static final DataType<Integer> UINT16 = of("UInt16", Integer.class);

    /** 32 bits, unsigned. */
    public static final DataType<Long> UINT32 = of("UInt32", Long.class);

    /** 64 bits, unsigned. */
    public static final DataType<BigInteger> UINT64 = of("UInt64", BigInteger.class);

    /** 128 bits, unsigned. */
    public static final DataType<BigInteger> UINT128 = of("UInt128", BigInteger.class);

    /** 256 bits, unsigned. */
    public static final DataType<BigInteger> UINT256 = of("UInt256", BigInteger.class);

    /** 32 bits, floating point. */
    public static final DataType<Float> FLOAT32 = of("Float32", Float.class);

    /** 64 bits, floating point. */
    public static final DataType<Double> FLOAT64 = of("Float64", Double.class);

    /** True or false. */
    public static final DataType<Boolean> BOOL = of("Bool", Boolean.class);

    /** Text. */
    public static final DataType<String> STRING = of("String", String.class);

    /** UUID. */
    public static final DataType<UUID> UUID = of("UUID", UUID.class);

    /** IPv4 address. */
    public static final DataType<Inet4Address> IPV4 = of("IPv4", Inet4Address.class);

    /** IPv6 address. */
    public static final DataType<Inet6Address> IPV6 = of("IPv6", Inet6Address.class);

    /** Days from 1970 to 2149. */
    public static final DataType<LocalDate> DATE = of("Date", LocalDate.class);

    /** Days from 1900 to 2299. */
    public static final DataType<LocalDate> DATE32 = of("Date32", LocalDate.class);

    /** Points in time, to the second. */
    public static final DataType<Instant> DATETIME = of("DateTime('UTC')", Instant.class);

    /** Times with a sign, to the second. */
    public static final DataType<Duration> TIME = of("Time", Duration.class);

    private ClickHouseTypes() {}

    /**
     * Points in time with a fraction of the second.
     *
     * @param precision digits of the fraction, 0 to 9
     * @return the type in UTC
     */
    public static DataType<Instant> dateTime64(int precision) {
        return of("DateTime64(" + precision + ", 'UTC')", Instant.class);
    }

    /**
     * Decimal numbers.
     *
     * @param precision all digits, 1 to 76
     * @param scale digits behind the point, 0 to the precision
     * @return the type
     */
    public static DataType<BigDecimal> decimal(int precision, int scale) {
        return of("Decimal(" + precision + ", " + scale + ")", BigDecimal.class);
    }

    /**
     * Any type, with values as rows deliver them.
     *
     * @param name the name of the type as ClickHouse writes it, for example {@code Map(String, Array(UInt8))}
     * @return the type
     * @throws io.chconnect.error.ClickHouseException if it is not the name of a type
     */
    public static DataType<?> of(String name) {
        return of(DataTypes.parse(name));
    }

    /**
     * Any type, with values as rows deliver them.
     *
     * @param type the type
     * @return the type
     */
    public static DataType<?> of(io.chconnect.types.DataType type) {
        return of(type, JavaClasses.of(type));
    }

    /**
     * Any type, with values of a class: one of those that the JDBC driver converts to without loss, a Java enum for Enum, a
     * record for a named Tuple, an array for Array.
     *
     * @param name the name of the type as ClickHouse writes it
     * @param valueClass the class of values
     * @param <T> the class of values
     * @return the type
     * @throws io.chconnect.error.ClickHouseException if it is not the name of a type
     */
    public static <T> DataType<T> of(String name, Class<T> valueClass) {
        return of(DataTypes.parse(name), valueClass);
    }

    /**
     * Any type, with values of a class.
     *
     * @param type the type
     * @param valueClass the class of values
     * @param <T> the class of values
     * @return the type
     */
    public static <T> DataType<T> of(io.chconnect.types.DataType type, Class<T> valueClass) {
        // A name that jOOQ knows keeps the type out of its registry, which is static and never forgets.
        DataType<Object> named = new DefaultDataType<>(SQLDialect.CLICKHOUSE, Object.class, "other", type.name());
        DataType<T> converted = named.asConvertedDataType(new TypedBinding<>(type, valueClass));
        // jOOQ would wrap a type in Nullable that may be NULL by itself, such as Variant, which the server refuses.
        return type.name().contains("Nullable(") && JavaClasses.nullable(type)
                ? converted.null_()
                : converted.notNull();
    }
}
