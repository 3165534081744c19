package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.client.internal.value.ObjectReaders;
import io.chconnect.codec.column.TupleColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.TupleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tuples as objects: by the names of their elements, or by their order when they have no names. */
final class TupleObjects implements ObjectReaders {
    private final Access access;

    TupleObjects(Access access) {
        this.access = access;
    }

    @Override
    public @Nullable ColumnReader of(TupleType tuple, Class<?> target) {
        Access own = access.to(target);
        List<DataType> types =
                tuple.elements().stream().map(TupleType.Element::type).toList();
        List<Property> components =
                target.isRecord() ? Creations.of(target, own).arguments() : List.of();
        RowReader reader = RowReader.of(target, own, names(tuple, components, target.isRecord()), types);
        return (column, row) -> {
            Position position = new Position(((TupleColumn) column).elements());
            position.row = row;
            return reader.read(position);
        };
    }

    /** The names of the elements; those of a record's components where the elements have none but are as many. */
    static List<String> names(TupleType tuple, List<Property> components, boolean ordered) {
        if (!tuple.named() && ordered && components.size() == tuple.elements().size()) {
            return components.stream().map(TupleObjects::columnOf).toList();
        }
        List<String> names = new ArrayList<>();
        for (TupleType.Element element : tuple.elements()) {
            String name = element.name();
            names.add(name == null ? String.valueOf(names.size() + 1) : name);
        }
        return names;
    }

    private static String columnOf(Property component) {
        String column = component.column();
        return column == null ? component.name() : column;
    }
}
