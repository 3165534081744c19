package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.TupleType;
import io.chconnect.types.text.ValueText;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Tuple. */
public final class ClickHouseStruct implements Struct {
    private final TupleType type;
    private final List<?> values;

    public ClickHouseStruct(TupleType type, List<?> values) {
        this.type = type;
        this.values = values;
    }

    /** The values as the classes of the type codec. */
    public List<?> values() {
        return values;
    }

    /** The type of the whole. */
    public TupleType type() {
        return type;
    }

    @Override
    public String getSQLTypeName() {
        return type.name();
    }

    @Override
    @SuppressWarnings("NullAway") // attributes may be NULL, whatever the annotated JDK says
    public Object[] getAttributes() throws SQLException {
        Object[] attributes = new Object[values.size()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = JdbcObjects.of(type.elements().get(i).type(), values.get(i));
        }
        return attributes;
    }

    @Override
    public Object[] getAttributes(@Nullable Map<String, Class<?>> map) throws SQLException {
        if (map != null && !map.isEmpty()) {
            throw SqlErrors.notSupported("A map of user-defined types");
        }
        return getAttributes();
    }

    /** The server's text form. */
    @Override
    public String toString() {
        return ValueText.of(type, values);
    }
}
