package io.chconnect.jooq.internal.render;

import io.chconnect.jooq.internal.type.PlainBinding;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.DSL;

/** Values of classes that jOOQ's own bindings would shorten, shift or send by the JVM's zone. */
final class ValueRepairs {
    private ValueRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (!(part instanceof Param<?> param) || param.getValue() == null || param.getParamName() != null) {
            return part;
        }
        return PlainBinding.takes(param.getValue())
                        && isJooqs(param.getBinding().getClass())
                ? bound(param)
                : part;
    }

    private static boolean isJooqs(Class<?> binding) {
        return binding.getName().startsWith("org.jooq.");
    }

    private static <T> Param<T> bound(Param<T> param) {
        DataType<T> type = PlainBinding.dataType(param.getType());
        return param.isInline() ? DSL.inline(param.getValue(), type) : DSL.val(param.getValue(), type);
    }
}
