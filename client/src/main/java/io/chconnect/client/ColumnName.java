package io.chconnect.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column that a record component, a constructor parameter, a field, or a bean's getter or setter stands for. Without it
 * the column is the one of the same name, or else the only one whose name has the same letters and digits but for case and
 * underscores: {@code createdAt} and {@code created_at}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface ColumnName {
    /**
     * The name of the column, in its own case.
     *
     * @return not empty
     */
    String value();
}
