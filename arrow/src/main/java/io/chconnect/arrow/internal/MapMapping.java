package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.MapColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.MapType;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** Maps. */
final class MapMapping extends Mapping {
    private final Mapping key;
    private final Mapping value;
    private final DataType readType;

    MapMapping(MapType type, Mapping key, Mapping value) {
        super(type, new ArrowType.Map(false));
        this.key = key;
        this.value = value;
        boolean same = key.readType().equals(key.type()) && value.readType().equals(value.type());
        this.readType = same ? type : new MapType(key.readType(), value.readType());
    }

    @Override
    public DataType readType() {
        return readType;
    }

    @Override
    List<Field> children() {
        FieldType entries = FieldType.notNullable(ArrowType.Struct.INSTANCE);
        return List.of(new Field("entries", entries, List.of(key.field("key"), value.field("value"))));
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        MapColumn maps = (MapColumn) column;
        out.field(maps.rowCount(), nulls);
        out.ints(maps.offsets());
        out.field(maps.keys().rowCount(), null);
        key.write(maps.keys(), null, out);
        value.write(maps.values(), null, out);
    }

    @Override
    public boolean accepts(Field field) {
        if (!(field.getType() instanceof ArrowType.Map)) {
            return false;
        }
        List<Field> entry = field.getChildren().get(0).getChildren();
        return key.accepts(entry.get(0)) && value.accepts(entry.get(1));
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        try (ListOffsets lists = ListOffsets.of(vector, nulls)) {
            List<FieldVector> entry = lists.elements().getChildrenFromFields();
            return new MapColumn(readType, lists.offsets(), in.read(key, entry.get(0)), in.read(value, entry.get(1)));
        }
    }
}
