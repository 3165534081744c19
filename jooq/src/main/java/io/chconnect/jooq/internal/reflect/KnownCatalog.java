package io.chconnect.jooq.internal.reflect;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Catalog;
import org.jooq.DataType;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.CatalogImpl;
import org.jooq.impl.DSL;
import org.jooq.impl.SchemaImpl;
import org.jspecify.annotations.Nullable;

/** The databases of a server as jOOQ's schemas. Their tables are read when they are asked for, once. */
public final class KnownCatalog extends CatalogImpl {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SystemTables system;
    private final transient Function<String, DataType<?>> types;

    /** A catalog whose columns have types by their names. */
    public KnownCatalog(SystemTables system, Function<String, DataType<?>> types) {
        super("");
        this.system = system;
        this.types = types;
    }

    @Override
    public List<Schema> getSchemas() {
        List<Schema> schemas = new ArrayList<>();
        system.databases().forEach(database -> schemas.add(new KnownSchema(this, database)));
        return schemas;
    }

    /** A database. */
    private static final class KnownSchema extends SchemaImpl {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient KnownCatalog catalog;
        private transient @Nullable List<Table<?>> tables;

        KnownSchema(KnownCatalog catalog, SystemTables.Database database) {
            super(DSL.name(database.name()), catalog, DSL.comment(database.comment()));
            this.catalog = catalog;
        }

        @Override
        public Catalog getCatalog() {
            return catalog;
        }

        @Override
        public List<Table<?>> getTables() {
            List<Table<?>> known = tables;
            if (known == null) {
                known = KnownTable.all(this, catalog.system, catalog.types);
                tables = known;
            }
            return known;
        }
    }
}
