package io.chconnect.jooq.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.jdbc.ClientDataSource;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jooq.DSLContext;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Code that jOOQ generates of a database, and what is compiled with it. */
final class GeneratedCode {
    static final String PACKAGE = "io.chconnect.flights";

    private final Path sources;
    private final Path classes;

    GeneratedCode(Path directory) throws IOException {
        sources = Files.createDirectories(directory.resolve("sources"));
        classes = Files.createDirectories(directory.resolve("classes"));
    }

    void generate(Client client, String database, ForcedType... forcedTypes) throws Exception {
        try (var connection = new ClientDataSource(client).getConnection()) {
            GenerationTool tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(new Configuration()
                    .withLogging(Logging.ERROR)
                    .withGenerator(new Generator()
                            .withName(ClickHouseGenerator.class.getName())
                            .withDatabase(new Database()
                                    .withName(ClickHouseDatabase.class.getName())
                                    .withInputSchema(database)
                                    .withOutputSchema("flights")
                                    .withForcedTypes(forcedTypes))
                            .withTarget(new Target()
                                    .withPackageName(PACKAGE)
                                    // jOOQ would spell names by the machine's language.
                                    .withLocale("en")
                                    .withDirectory(sources.toString()))));
        }
    }

    /** What was generated, by the names of the files. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(sources.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** The file of a table's class. */
    static String table(String className) {
        return PACKAGE.replace('.', '/') + "/tables/" + className + ".java";
    }

    /** Adds a class of one's own to the package. */
    void write(String className, String source) throws IOException {
        Path file = sources.resolve(PACKAGE.replace('.', '/')).resolve(className + ".java");
        Files.writeString(file, source);
    }

    void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "-encoding",
                    "UTF-8",
                    "-Xlint:all",
                    "-Xlint:-classfile",
                    "-Xlint:-path");
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }

    /** Runs a class that was written. */
    @SuppressWarnings("unchecked") // the class says so
    Object run(String className, DSLContext dsl) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Function<DSLContext, Object> program = (Function<DSLContext, Object>)
                    loader.loadClass(PACKAGE + "." + className).getConstructor().newInstance();
            return program.apply(dsl);
        }
    }
}
