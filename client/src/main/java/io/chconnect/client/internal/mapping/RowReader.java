package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.client.internal.value.ColumnReaders;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes objects of rows: compiled once for a class and the columns of a result into method handles that neither look up
 * anything per row nor box numbers.
 */
final class RowReader {
    private final MethodHandle create;
    private final List<MethodHandle> setters;

    private RowReader(MethodHandle create, List<MethodHandle> setters) {
        this.create = create;
        this.setters = setters;
    }

    static RowReader of(Class<?> target, Access access, List<String> names, List<DataType> types) {
        Creation creation = Creations.of(target, access);
        NameMatching matching = new NameMatching(names);
        ColumnReaders readers = new ColumnReaders(new TupleObjects(access));

        List<Property> used = new ArrayList<>(creation.arguments());
        List<Integer> places = new ArrayList<>();
        creation.arguments().forEach(argument -> places.add(matching.require(argument)));
        List<Creation.Setter> fitting = creation.setters().stream()
                .filter(setter -> matching.find(setter.property()) >= 0)
                .toList();
        for (Creation.Setter setter : fitting) {
            used.add(setter.property());
            places.add(matching.find(setter.property()));
        }
        if (used.isEmpty()) {
            throw new ConfigurationException(
                    "No column stands for a property of " + target.getTypeName() + ": the columns are " + names);
        }
        NameMatching.requireDistinct(used, places);

        List<CellReader> cells = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            cells.add(cell(used.get(i), places.get(i), names, types, readers));
        }
        int arguments = creation.arguments().size();
        List<MethodHandle> setters = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            setters.add(setter(fitting.get(i).handle(), cells.get(arguments + i)));
        }
        return new RowReader(create(creation.constructor(), cells.subList(0, arguments)), setters);
    }

    Object read(Position position) {
        try {
            Object object = (Object) create.invokeExact(position);
            for (MethodHandle setter : setters) {
                setter.invokeExact(object, position);
            }
            return object;
        } catch (Throwable e) {
            throw Invocation.unchecked(e);
        }
    }

    private static CellReader cell(
            Property property, int place, List<String> names, List<DataType> types, ColumnReaders readers) {
        try {
            ColumnReader reader = readers.of(types.get(place), property.type());
            return new CellReader(place, names.get(place), property, reader);
        } catch (ClickHouseException e) {
            throw new ConfigurationException(
                    "Column \"" + names.get(place) + "\" cannot fill " + property + ": " + e.getMessage(), e);
        }
    }

    private static MethodHandle create(MethodHandle constructor, List<CellReader> cells) {
        if (cells.isEmpty()) {
            return MethodHandles.dropArguments(
                    constructor.asType(MethodType.methodType(Object.class)), 0, Position.class);
        }
        MethodHandle[] filters = new MethodHandle[cells.size()];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = cells.get(i).handle(constructor.type().parameterType(i));
        }
        MethodHandle spread = MethodHandles.filterArguments(constructor, 0, filters);
        MethodType one = MethodType.methodType(spread.type().returnType(), Position.class);
        return MethodHandles.permuteArguments(spread, one, new int[filters.length])
                .asType(one.changeReturnType(Object.class));
    }

    private static MethodHandle setter(MethodHandle setter, CellReader cell) {
        Class<?> value = setter.type().parameterType(1);
        return MethodHandles.filterArguments(setter, 1, cell.handle(value))
                .asType(MethodType.methodType(void.class, Object.class, Position.class));
    }
}
