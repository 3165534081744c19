package io.chconnect.jooq.reflect;

import io.chconnect.jooq.CreateDictionary;
import io.chconnect.jooq.CreateTable;
import io.chconnect.jooq.CreateView;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Statements that make again what is there. */
final class Recreation {
    private Recreation() {}

    static CreateTable table(ReflectedTable table, Table<?> target) {
        CreateTable create = CreateTable.of(target).comment(table.comment());
        table.columns().forEach(column -> create.column(column.column()));
        table.indexes()
                .forEach(index -> create.index(
                        index.name(), Written.field(index.expression()), index.type(), index.granularity()));
        for (ReflectedConstraint constraint : table.constraints()) {
            if (constraint.assumed()) {
                create.assume(constraint.name(), Written.condition(constraint.condition()));
            } else {
                create.check(constraint.name(), Written.condition(constraint.condition()));
            }
        }
        table.projections()
                .forEach(projection -> create.projection(projection.name(), Written.sql(projection.definition())));
        if (!table.function().isEmpty()) {
            return create.asFunction(DSL.table(Written.sql(table.function())));
        }
        ReflectedStorage storage = table.storage();
        create.engine(storage.tableEngine());
        key(storage.orderBy(), create::orderBy);
        key(storage.primaryKey(), create::primaryKey);
        key(storage.partitionBy(), create::partitionBy);
        key(storage.sampleBy(), fields -> create.sampleBy(fields[0]));
        key(storage.ttl(), create::ttl);
        storage.settings().forEach((name, value) -> create.setting(name, Written.sql(value)));
        return create;
    }

    private static void key(String text, Consumer<Field<?>[]> clause) {
        if (!text.isEmpty()) {
            clause.accept(Written.key(text));
        }
    }

    static CreateView view(ReflectedTable table, ReflectedView view, Table<?> target) {
        SQL query = Written.sql(view.query());
        CreateView create = table.kind() == ReflectedTable.Kind.VIEW
                ? CreateView.of(target, query)
                : CreateView.materialized(target, query);
        create.comment(table.comment());
        table.columns().forEach(column -> create.column(column.column()));
        if (!view.refresh().isEmpty()) {
            create.refresh(view.refresh());
        }
        if (view.append()) {
            create.append();
        }
        if (!view.targetTable().isEmpty()) {
            create.to(DSL.table(DSL.name(view.targetDatabase(), view.targetTable())));
        }
        if (view.security().equals("DEFINER")) {
            create.definer(view.definer());
        } else if (view.security().equals("INVOKER")) {
            create.invoker();
        } else if (view.security().equals("NONE")) {
            create.withoutSecurity();
        }
        ReflectedStorage storage = table.storage();
        if (!storage.engine().isEmpty()) {
            create.engine(storage.tableEngine(), Written.key(storage.orderBy()));
            key(storage.primaryKey(), create::primaryKey);
            key(storage.partitionBy(), create::partitionBy);
            key(storage.sampleBy(), fields -> create.sampleBy(fields[0]));
            key(storage.ttl(), create::ttl);
            storage.settings().forEach((name, value) -> create.setting(name, Written.sql(value)));
        }
        return create;
    }

    static CreateDictionary dictionary(ReflectedTable table, ReflectedDictionary dictionary, Table<?> target) {
        CreateDictionary create = CreateDictionary.of(target)
                .primaryKey(dictionary.primaryKey().toArray(String[]::new))
                .source(Written.sql(dictionary.source()))
                .layout(Written.sql(dictionary.layout()))
                .lifetime(dictionary.lifetimeFrom(), dictionary.lifetimeTo())
                .comment(table.comment());
        dictionary.attributes().forEach(attribute -> create.attribute(attribute.attribute()));
        if (!dictionary.rangeFrom().isEmpty()) {
            create.range(dictionary.rangeFrom(), dictionary.rangeTo());
        }
        for (Map.Entry<String, String> setting : dictionary.settings().entrySet()) {
            create.setting(setting.getKey(), Written.sql(setting.getValue()));
        }
        return create;
    }
}
