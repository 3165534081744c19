package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.NaturalClasses;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds objects to blocks: compiled once for a class and the columns of a table into method handles that neither look up
 * anything per row nor box numbers.
 */
public final class RowWriter {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType APPENDER = MethodType.methodType(void.class, BlockBuilder.class, Object.class);
    private static final Set<Class<?>> WHOLE = Set.of(long.class, int.class, short.class, byte.class);
    private static final Set<Class<?>> FLOATING = Set.of(double.class, float.class);

    private final Class<?> source;
    private final MethodHandle appender;

    private RowWriter(Class<?> source, MethodHandle appender) {
        this.source = source;
        this.appender = appender;
    }

    /** The columns that objects of a class fill, in the order of the table. */
    public static List<String> columns(
            Class<?> source, MethodHandles.@Nullable Lookup lookup, List<String> tableColumns) {
        NameMatching matching = new NameMatching(tableColumns);
        List<Integer> places = Getters.of(source, access(source, lookup)).stream()
                .map(getter -> matching.require(getter.property()))
                .sorted()
                .toList();
        return places.stream().distinct().map(tableColumns::get).toList();
    }

    /** A writer of objects of a class to the columns of a block; each column needs a property, and each property a column. */
    public static RowWriter of(
            Class<?> source, MethodHandles.@Nullable Lookup lookup, List<String> names, List<DataType> types) {
        Access access = access(source, lookup);
        List<Getter> getters = Getters.of(source, access);
        NameMatching matching = new NameMatching(names);
        List<Integer> places = getters.stream()
                .map(getter -> matching.require(getter.property()))
                .toList();
        NameMatching.requireDistinct(getters.stream().map(Getter::property).toList(), places);
        for (int column = 0; column < names.size(); column++) {
            if (!places.contains(column)) {
                throw new ConfigurationException(
                        source.getTypeName() + " has nothing for the column \"" + names.get(column) + "\"");
            }
        }
        ValueWriters writers = new ValueWriters(access);
        MethodHandle appender = MethodHandles.empty(APPENDER);
        for (int i = getters.size() - 1; i >= 0; i--) {
            appender = MethodHandles.foldArguments(
                    appender, appender(getters.get(i), places.get(i), names, types, writers));
        }
        return new RowWriter(source, appender);
    }

    /** Adds one object as a row. After a failure the row is unfinished. */
    public void write(Object object, BlockBuilder block) {
        if (!source.isInstance(object)) {
            throw ConversionException.of(object, "a row", "expected an object of " + source.getTypeName());
        }
        try {
            appender.invokeExact(block, object);
        } catch (Throwable e) {
            throw Invocation.unchecked(e);
        }
        block.finishRow();
    }

    private static MethodHandle appender(
            Getter getter, int column, List<String> names, List<DataType> types, ValueWriters writers) {
        Class<?> value = getter.handle().type().returnType();
        DataType storage = NaturalClasses.storage(types.get(column));
        if (WHOLE.contains(value) && storage instanceof IntegerType) {
            return appender(getter, column, "appendLong", long.class);
        }
        if (FLOATING.contains(value) && storage instanceof FloatType) {
            return appender(getter, column, "appendDouble", double.class);
        }
        Function<Object, @Nullable Object> conversion;
        try {
            conversion = writers.of(getter.property().type(), types.get(column));
        } catch (ClickHouseException e) {
            throw new ConfigurationException(
                    getter.property() + " cannot fill column \"" + names.get(column) + "\": " + e.getMessage(), e);
        }
        return conversion == null
                ? appender(getter, column, "append", Object.class)
                : converting(getter, column, conversion);
    }

    private static MethodHandle appender(Getter getter, int column, String method, Class<?> argument) {
        MethodHandle append = find(BlockBuilder.class, method, MethodType.methodType(void.class, int.class, argument));
        return MethodHandles.filterArguments(
                MethodHandles.insertArguments(append, 1, column),
                1,
                getter.handle().asType(MethodType.methodType(argument, Object.class)));
    }

    private static MethodHandle converting(Getter getter, int column, Function<Object, @Nullable Object> conversion) {
        MethodHandle append = find(
                        BiConsumer.class, "accept", MethodType.methodType(void.class, Object.class, Object.class))
                .bindTo(new Converting(column, conversion))
                .asType(APPENDER);
        return MethodHandles.filterArguments(
                append, 1, getter.handle().asType(MethodType.methodType(Object.class, Object.class)));
    }

    private static MethodHandle find(Class<?> owner, String method, MethodType type) {
        try {
            return LOOKUP.findVirtual(owner, method, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Access access(Class<?> source, MethodHandles.@Nullable Lookup lookup) {
        return lookup == null ? Access.open(source) : Access.of(lookup, source);
    }

    /** Adds values to a column that do not go there as they are. */
    private record Converting(int column, Function<Object, @Nullable Object> conversion)
            implements BiConsumer<BlockBuilder, @Nullable Object> {
        @Override
        public void accept(BlockBuilder block, @Nullable Object value) {
            block.append(column, value == null ? null : conversion.apply(value));
        }
    }
}
