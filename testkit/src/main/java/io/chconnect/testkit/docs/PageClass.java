package io.chconnect.testkit.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the class of a page. */
public final class PageClass {
    private PageClass() {}

    /** Compiles into a directory and loads; an error of the compiler names the page and its line. */
    public static URLClassLoader compile(DocPage page, String source, Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new AssertionError("The documentation's tests need a JDK, this is a JRE");
        }
        Files.createDirectories(directory);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-parameters",
                "-Werror",
                "-Xlint:deprecation,unchecked,rawtypes");
        StringWriter other = new StringWriter();
        boolean compiled = compiler.getTask(
                        other, null, diagnostics, options, null, List.of(new Source(page.identifier(), source)))
                .call();
        if (!compiled) {
            StringBuilder message = new StringBuilder("The Java of " + page.path() + " does not compile:");
            diagnostics
                    .getDiagnostics()
                    .forEach(diagnostic -> message.append('\n')
                            .append(page.path())
                            .append(':')
                            .append(diagnostic.getLineNumber())
                            .append(": ")
                            .append(diagnostic.getMessage(java.util.Locale.ROOT)));
            throw new AssertionError(message.append(other).toString());
        }
        return new URLClassLoader(new URL[] {directory.toUri().toURL()});
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
