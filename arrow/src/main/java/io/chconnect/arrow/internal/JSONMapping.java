package io.chconnect.arrow.internal;

import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.JSONColumn;
import io.chconnect.codec.column.JSONPathsColumn;
import io.chconnect.codec.column.JSONTextColumn;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.column.StringColumnBuilder;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.JSONType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.text.JSONParser;
import io.chconnect.types.text.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * JSON: the server's texts, or structs of the paths that the type declares and the text of all others; both are read.
 *
 * <pre>
 * JSON(a UInt8, b.c String)     {"a":1,"b":{"c":"x","d":2}} → a 1, b.c "x", rest {"b":{"d":2}}
 * </pre>
 */
final class JSONMapping extends Mapping {
    private static final String REST = "rest";
    private static final String EMPTY = "{}";

    private final JSONType json;
    private final TextMapping text;
    private final Map<String, Mapping> paths;
    private final List<Field> fields = new ArrayList<>();
    private final boolean structs;
    private final ColumnFactory factory;

    /**
     * Creates the mapping.
     *
     * @param paths the mapping of each path that the type declares
     * @param structs whether columns become structs
     */
    JSONMapping(JSONType type, Map<String, Mapping> paths, boolean structs, ColumnFactory factory) {
        super(type, structs ? ArrowType.Struct.INSTANCE : ArrowType.Utf8.INSTANCE);
        this.json = type;
        this.text = new TextMapping(type);
        this.paths = paths;
        this.structs = structs;
        this.factory = factory;
        paths.forEach((path, mapping) -> fields.add(mapping.field(path)));
        String rest = REST;
        while (paths.containsKey(rest)) {
            rest = "_" + rest;
        }
        fields.add(new TextMapping(type).field(rest));
    }

    @Override
    List<Field> children() {
        return structs ? fields : List.of();
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        if (!structs) {
            text.write(column, nulls, out);
            return;
        }
        JSONPathsColumn values = column instanceof JSONPathsColumn split ? split : split((JSONColumn) column);
        out.field(values.rowCount(), nulls);
        paths.forEach((path, mapping) -> mapping.write(typed(values, path), null, out));
        JSONPathsColumn rest =
                new JSONPathsColumn(JSONType.DEFAULT, values.rowCount(), Map.of(), values.dynamic(), values.shared());
        text.write(rest, null, out);
    }

    private static Column typed(JSONPathsColumn values, String path) {
        return Objects.requireNonNull(values.typed().get(path), path);
    }

    /** Texts come where a setting of the server asks for them. */
    private JSONPathsColumn split(JSONColumn column) {
        List<Object> maps = new ArrayList<>();
        for (int row = 0; row < column.rowCount(); row++) {
            maps.add(column.get(row));
        }
        return (JSONPathsColumn) factory.column(json, maps);
    }

    @Override
    public boolean accepts(Field field) {
        return text.accepts(field) || isStruct(field);
    }

    private boolean isStruct(Field field) {
        List<Field> children = field.getChildren();
        if (!(field.getType() instanceof ArrowType.Struct) || children.size() != fields.size()) {
            return false;
        }
        int next = 0;
        for (Map.Entry<String, Mapping> path : paths.entrySet()) {
            Field child = children.get(next++);
            if (!child.getName().equals(path.getKey()) || !path.getValue().accepts(child)) {
                return false;
            }
        }
        Field rest = children.get(next);
        return rest.getName().equals(fields.get(next).getName()) && StringMapping.isText(rest.getType());
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        if (!(vector instanceof StructVector)) {
            return text.read(in, vector, nulls);
        }
        int rows = vector.getValueCount();
        List<FieldVector> children = vector.getChildrenFromFields();
        Map<String, Column> typed = new LinkedHashMap<>();
        Map<String, DataType> types = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, Mapping> path : paths.entrySet()) {
            Column column = in.read(path.getValue(), children.get(next++), nulls);
            typed.put(path.getKey(), column);
            types.put(path.getKey(), column.type());
        }
        FieldVector restVector = children.get(next);
        StringColumn rest =
                TextVectors.read(SimpleType.STRING, restVector, NullRows.either(nulls, VectorInput.nulls(restVector)));
        JSONType declared = new JSONType(json.maxDynamicPaths(), json.maxDynamicTypes(), types, List.of(), List.of());
        StringColumnBuilder texts = new StringColumnBuilder(SimpleType.STRING, rows);
        for (int row = 0; row < rows; row++) {
            texts.append(nulls != null && nulls[row] ? EMPTY : together(declared, typed, rest.get(row), row));
        }
        return new JSONTextColumn(json, texts.build());
    }

    private static String together(JSONType declared, Map<String, Column> typed, String rest, int row) {
        if (typed.isEmpty()) {
            return rest.isEmpty() ? EMPTY : rest;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (!rest.isEmpty() && !rest.equals(EMPTY)) {
            collect(values, "", JSONParser.object(rest));
        }
        typed.forEach((path, column) -> {
            if (values.containsKey(path)) {
                throw new ConversionException("the path " + path + " stands in a field of its own and in the rest")
                        .atRow(row);
            }
            values.put(path, column instanceof MemberColumn members ? members.typed(row) : column.get(row));
        });
        return ValueText.of(declared, values);
    }

    /** The values by their whole paths. */
    private static void collect(Map<String, @Nullable Object> values, String prefix, Map<?, ?> object) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                collect(values, prefix + name + ".", inner);
            } else {
                values.put(prefix + name, value);
            }
        });
    }
}
