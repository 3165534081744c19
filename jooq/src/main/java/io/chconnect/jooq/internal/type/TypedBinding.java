package io.chconnect.jooq.internal.type;

import io.chconnect.jdbc.TypedValue;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.AbstractBinding;
import org.jspecify.annotations.Nullable;

/** Values of one ClickHouse type as one Java class. */
public final class TypedBinding<T> extends AbstractBinding<Object, T> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String typeName;
    private final Class<T> valueClass;

    /** A binding of a type's values. */
    public TypedBinding(DataType type, Class<T> valueClass) {
        this.typeName = type.name();
        this.valueClass = valueClass;
    }

    /** The type. */
    public DataType type() {
        return DataTypes.parse(typeName);
    }

    /** The class of the values. */
    public Class<T> valueClass() {
        return valueClass;
    }

    @Override
    public Converter<Object, T> converter() {
        return Converter.of(Object.class, valueClass, valueClass::cast, value -> value);
    }

    @Override
    public void sql(BindingSQLContext<T> context) {
        Object value = JavaValues.plain(context.value());
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().sql(Literals.typed(type(), value));
        } else if (value == null) {
            context.render().sql(context.variable());
        } else {
            context.render().sql(Placeholders.around(type(), value, context.variable()));
        }
    }

    @Override
    public void set(BindingSetStatementContext<T> context) throws SQLException {
        Object value = JavaValues.plain(context.value());
        context.statement().setObject(context.index(), value == null ? null : Placeholders.parameter(type(), value));
    }

    @Override
    public void get(BindingGetResultSetContext<T> context) throws SQLException {
        context.value(valueClass.cast(read(context)));
    }

    private @Nullable Object read(BindingGetResultSetContext<T> context) throws SQLException {
        boolean asDelivered =
                valueClass == Object.class || Collection.class.isAssignableFrom(valueClass) || valueClass == Map.class;
        if (!asDelivered) {
            return context.resultSet().getObject(context.index(), valueClass);
        }
        TypedValue value = context.resultSet().getObject(context.index(), TypedValue.class);
        if (value == null || valueClass != Map.class || !(value.value() instanceof List<?>)) {
            return value == null ? null : value.value();
        }
        return context.resultSet().getObject(context.index(), valueClass);
    }
}
