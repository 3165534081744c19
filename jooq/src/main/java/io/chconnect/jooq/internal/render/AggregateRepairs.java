package io.chconnect.jooq.internal.render;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.keyword;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.VisitContext;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;

/** Aggregates with an order, which the server has not, and neighbours in windows, which it fills with defaults. */
final class AggregateRepairs {
    private AggregateRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.ListAgg list) {
            Field<String> separator = list.$separator();
            Field<?> array = collected(list, list.$field(), list.$distinct());
            return field(
                    "arrayStringConcat({0}, {1})",
                    SQLDataType.VARCHAR, array, separator == null ? inline("") : separator);
        }
        if (part instanceof QOM.ArrayAgg<?> array
                && !array.$withinGroupOrderBy().isEmpty()) {
            return collected(array, array.$field(), array.$distinct());
        }
        if (part instanceof Field<?> field && isNeighbour(field, context.queryParts())) {
            return CustomQueryPart.of(c -> c.sql("toNullable(").visit(field).sql(')'));
        }
        return part;
    }

    /** Whether it is what {@code lag} or {@code lead} show, with nothing said for where there is no neighbour. */
    @SuppressWarnings("ReferenceEquality") // this very part, not one that looks like it
    private static boolean isNeighbour(Field<?> field, QueryPart[] path) {
        QueryPart parent = path.length < 2 ? null : path[path.length - 2];
        return (parent instanceof QOM.Lag<?> lag && lag.$defaultValue() == null && lag.$field() == field)
                || (parent instanceof QOM.Lead<?> lead && lead.$defaultValue() == null && lead.$field() == field);
    }

    /** Values that are not NULL as an array, in the order that is asked for. */
    private static Field<?> collected(QOM.OrderedAggregateFunction<?, ?> aggregate, Field<?> value, boolean distinct) {
        if (aggregate.$windowSpecification() != null || aggregate.$windowDefinition() != null) {
            throw Refusal.of("ordered aggregate over a window", "order the window instead");
        }
        QueryPart quantifier = keyword(distinct ? "distinct " : "");
        Condition filter = aggregate.$filterWhere();
        List<? extends SortField<?>> order = aggregate.$withinGroupOrderBy();
        if (order.isEmpty()) {
            Condition where = filter == null ? DSL.condition("true") : filter;
            return field("groupArrayIf({0}{1}, {2})", SQLDataType.OTHER, quantifier, value, where);
        }
        Condition notNull = DSL.condition("isNotNull({0})", value);
        List<Field<?>> keys = new ArrayList<>();
        boolean descending = order.get(0).$sortOrder() == SortOrder.DESC;
        for (SortField<?> sort : order) {
            boolean other = (sort.$sortOrder() == SortOrder.DESC) != descending;
            keys.add(other ? reversed(sort.$field()) : sort.$field());
        }
        String sorted = descending ? "arrayReverseSort" : "arraySort";
        return field(
                "arrayMap(chc_pair -> chc_pair.2, {0}(chc_pair -> chc_pair.1, groupArrayIf({1}(tuple({2}), assumeNotNull({3})), {4})))",
                aggregate.getDataType(),
                keyword(sorted),
                quantifier,
                DSL.list(keys),
                value,
                filter == null ? notNull : notNull.and(filter));
    }

    private static Field<?> reversed(Field<?> key) {
        DataType<?> type = key.getDataType();
        if (type.isNumeric()) {
            return field("negate({0})", type, key);
        }
        if (type.isDateTime()) {
            return field("negate(toUnixTimestamp64Nano(toDateTime64({0}, 9)))", SQLDataType.BIGINT, key);
        }
        throw Refusal.of(
                "order of an aggregate by \"" + key.getName() + "\" against the direction of the first key",
                "only numbers and times can be turned round");
    }
}
