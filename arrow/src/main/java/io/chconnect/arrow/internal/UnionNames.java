package io.chconnect.arrow.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** ClickHouse calls the members of unions by the kinds of their types, and Arrow for Java takes equal names for one member. */
final class UnionNames {
    private UnionNames() {}

    /** The field with a name of its own for each member of each union in it. */
    static Field distinct(Field field) {
        boolean union = field.getType() instanceof ArrowType.Union;
        Set<String> taken = new HashSet<>();
        List<Field> children = new ArrayList<>();
        for (Field child : field.getChildren()) {
            Field inner = distinct(child);
            String name = child.getName();
            for (int number = 2; union && !taken.add(name); number++) {
                name = child.getName() + "_" + number;
            }
            children.add(new Field(name, inner.getFieldType(), inner.getChildren()));
        }
        return new Field(field.getName(), field.getFieldType(), children);
    }
}
