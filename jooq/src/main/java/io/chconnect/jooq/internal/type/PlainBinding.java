package io.chconnect.jooq.internal.type;

import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.conf.ParamType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;

/** Values of classes whose type in ClickHouse follows from the value: exact, and in no zone but their own. */
public final class PlainBinding<T> extends AbstractBinding<Object, T> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> CLASSES = Set.of(
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            byte[].class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            Instant.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Duration.class,
            java.sql.Date.class,
            java.sql.Timestamp.class,
            java.sql.Time.class);

    private static final Map<Class<?>, DataType<?>> TYPES = types();

    private final Class<T> valueClass;

    private PlainBinding(Class<T> valueClass) {
        this.valueClass = valueClass;
    }

    private static Map<Class<?>, DataType<?>> types() {
        Map<Class<?>, DataType<?>> types = new HashMap<>();
        CLASSES.forEach(c -> types.put(c, SQLDataType.OTHER.asConvertedDataType(new PlainBinding<>(c))));
        return types;
    }

    /** Whether a value is of such a class. */
    public static boolean takes(Object value) {
        return CLASSES.contains(value.getClass()) || value instanceof InetAddress;
    }

    /** The type of values of a class. */
    @SuppressWarnings("unchecked") // the map holds types of their keys
    public static <T> DataType<T> dataType(Class<T> valueClass) {
        DataType<?> known = TYPES.get(valueClass);
        return known == null
                ? SQLDataType.OTHER.asConvertedDataType(new PlainBinding<>(valueClass))
                : (DataType<T>) known;
    }

    @Override
    public Converter<Object, T> converter() {
        return Converter.of(Object.class, valueClass, valueClass::cast, value -> value);
    }

    @Override
    public void sql(BindingSQLContext<T> context) {
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().sql(Literals.plain(context.value()));
        } else {
            context.render().sql(context.variable());
        }
    }

    @Override
    public void set(BindingSetStatementContext<T> context) throws SQLException {
        context.statement().setObject(context.index(), context.value());
    }

    @Override
    public void get(BindingGetResultSetContext<T> context) throws SQLException {
        context.value(context.resultSet().getObject(context.index(), valueClass));
    }
}
