package io.chconnect.jooq.codegen;

import io.chconnect.error.ClickHouseException;
import io.chconnect.jooq.ClickHouseTypes;
import io.chconnect.types.DataTypes;
import java.util.Locale;
import java.util.Optional;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.TableDefinition;

/**
 * jOOQ's generator of Java code, for what {@link ClickHouseDatabase} reads: the types of columns are those of
 * {@link ClickHouseTypes}, and each table says its engine. It is named in the {@code <generator>} of jOOQ's configuration.
 *
 * <p>Not thread-safe; jOOQ makes one for each run.
 */
public class ClickHouseGenerator extends JavaGenerator {
    /** Creates a generator. */
    public ClickHouseGenerator() {}

    /** Never: Variant and Dynamic are of class Object, and known all the same. */
    @Override
    public boolean generateDeprecationOnUnknownTypes() {
        return false;
    }

    @Override
    protected String getJavaTypeReference(Database db, DataTypeDefinition type, JavaWriter out) {
        Optional<io.chconnect.types.DataType> exact = exact(type);
        if (exact.isEmpty()) {
            return super.getJavaTypeReference(db, type, out);
        }
        String name = exact.get().name();
        return out.ref(ClickHouseTypes.class) + ".of(" + literal(name) + ", "
                + resolver(out).classLiteral(JavaTypeNames.of(exact.get())) + ")";
    }

    /** The type, unless the configuration forces one of jOOQ's own. */
    private static Optional<io.chconnect.types.DataType> exact(DataTypeDefinition type) {
        if (type.getJavaType() == null && type.getConverter() == null && type.getBinding() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DataTypes.parse(type.getType()));
        } catch (ClickHouseException e) {
            return Optional.empty();
        }
    }

    /** Says what the engine of a table is. */
    @Override
    protected void generateTableClassFooter(TableDefinition table, JavaWriter out) {
        if (table instanceof ClickHouseTable known) {
            out.println();
            out.javadoc("The engine of the table with its clauses, as the server writes them.");
            out.println("public %s engine() {", String.class);
            out.println("return %s;", literal(known.engine()));
            out.println("}");
        }
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default ->
                    literal.append(
                            c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return literal.append('"').toString();
    }
}
