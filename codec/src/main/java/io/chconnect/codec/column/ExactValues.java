package io.chconnect.codec.column;

import io.chconnect.types.TypeKind;
import io.chconnect.types.value.TypedVariant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that say all about themselves at any depth: a member of a Variant comes with its type, a map as its entries, a
 * String that is not UTF-8 as its bytes. The text of a value is made of them.
 */
final class ExactValues {
    private ExactValues() {}

    static @Nullable Object of(Column column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        if (column instanceof StringColumn strings) {
            return strings.getBytes(row);
        }
        if (column instanceof FixedBytesColumn fixed && column.type().kind() == TypeKind.FIXED_STRING) {
            return fixed.getBytes(row);
        }
        if (column instanceof NullableColumn nullable) {
            return of(nullable.values(), row);
        }
        if (column instanceof LowCardinalityColumn lowCardinality) {
            return of(lowCardinality.dictionary(), lowCardinality.keys()[row]);
        }
        if (column instanceof ArrayColumn array) {
            return list(array.elements(), array.offsets()[row], array.offsets()[row + 1]);
        }
        if (column instanceof TupleColumn tuple) {
            List<@Nullable Object> values = new ArrayList<>();
            tuple.elements().forEach(element -> values.add(of(element, row)));
            return values;
        }
        if (column instanceof MapColumn map) {
            return entries(map, row);
        }
        if (column instanceof MemberColumn members) {
            return typed(members, row);
        }
        return column instanceof JSONColumn json ? json.getText(row) : column.get(row);
    }

    private static List<@Nullable Object> list(Column elements, int from, int to) {
        List<@Nullable Object> values = new ArrayList<>(to - from);
        for (int element = from; element < to; element++) {
            values.add(of(elements, element));
        }
        return values;
    }

    private static List<Map.Entry<@Nullable Object, @Nullable Object>> entries(MapColumn map, int row) {
        List<Map.Entry<@Nullable Object, @Nullable Object>> entries = new ArrayList<>();
        for (int entry = map.offsets()[row]; entry < map.offsets()[row + 1]; entry++) {
            entries.add(new SimpleImmutableEntry<>(of(map.keys(), entry), of(map.values(), entry)));
        }
        return entries;
    }

    private static @Nullable TypedVariant typed(MemberColumn members, int row) {
        Column member = members.members().get(members.discriminators()[row]);
        Object value = of(member, members.positions()[row]);
        return value == null ? null : new TypedVariant(member.type(), value);
    }
}
