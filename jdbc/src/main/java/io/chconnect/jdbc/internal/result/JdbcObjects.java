package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.NestedType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.TupleType;
import io.chconnect.types.text.ValueText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as the classes that {@code getObject} without a class gives. */
public final class JdbcObjects {
    private JdbcObjects() {}

    /** The object of a value. */
    public static @Nullable Object of(DataType type, @Nullable Object value) throws SQLException {
        if (value instanceof LocalDate) {
            return Temporals.date(value, type, null);
        }
        if (value instanceof ZonedDateTime) {
            return Temporals.timestamp(value, type, null);
        }
        if (value instanceof InetAddress address) {
            return ValueText.of(address instanceof Inet6Address ? SimpleType.IPV6 : SimpleType.IPV4, address);
        }
        if (value instanceof List<?> list) {
            DataType element = elementOf(type);
            if (element != null) {
                return new ClickHouseArray(element, list);
            }
            if (JdbcType.unwrap(type) instanceof TupleType tuple) {
                return new ClickHouseStruct(tuple, list);
            }
        }
        return value;
    }

    /** The array of a value. */
    public static ClickHouseArray array(DataType type, Object value) throws SQLException {
        DataType element = elementOf(type);
        if (element == null || !(value instanceof List)) {
            throw SqlErrors.conversion("A value of type " + type.name() + " is not an array");
        }
        return new ClickHouseArray(element, (List<?>) value);
    }

    /** The type of the elements of a type that is an array, else null. */
    public static @Nullable DataType elementOf(DataType type) {
        DataType inner = JdbcType.unwrap(type);
        if (inner instanceof ArrayType array) {
            return array.element();
        }
        if (inner instanceof NestedType nested) {
            return nested.asArray().element();
        }
        return inner instanceof QBitType vector ? vector.element() : null;
    }
}
