package io.chconnect.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code types ← codec ← client ← everything else}; see ARCHITECTURE.md. */
class DependencyDirectionTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.chconnect");
        for (String each : new String[] {
            "io.chconnect.types.DataType",
            "io.chconnect.codec.Block",
            "io.chconnect.client.Client",
            "io.chconnect.engine.ClickHouseServer",
            "io.chconnect.embedded.EmbeddedTransportProvider"
        }) {
            assertThat(classes.contain(each)).as(each).isTrue();
        }
    }

    @Test
    void modulesDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("types")
                .definedBy("io.chconnect.types..", "io.chconnect.error..")
                .layer("codec")
                .definedBy("io.chconnect.codec..")
                .layer("client")
                .definedBy("io.chconnect.client..")
                .layer("engine")
                .definedBy("io.chconnect.engine..")
                .layer("embedded")
                .definedBy("io.chconnect.embedded..")
                .layer("testkit")
                .definedBy("io.chconnect.testkit..")
                .whereLayer("types")
                .mayNotAccessAnyLayer()
                .whereLayer("codec")
                .mayOnlyAccessLayers("types")
                .whereLayer("client")
                .mayOnlyAccessLayers("codec", "types")
                .whereLayer("engine")
                .mayOnlyAccessLayers("types")
                .whereLayer("embedded")
                .mayOnlyAccessLayers("client", "codec", "engine", "types")
                .check(classes);
    }

    @Test
    void columnsDoNotKnowTheirCodecs() {
        noClasses()
                .that()
                .resideInAPackage("io.chconnect.codec.column..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.chconnect.codec.internal..")
                .check(classes);
    }

    @Test
    void theClientKnowsNoTransportByName() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.chconnect.client", "io.chconnect.client.config", "io.chconnect.client.transport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.chconnect.client.internal.http..")
                .check(classes);
    }

    /** Packages that a module's {@code module-info} exports to some other modules of the suite. */
    private static final String[] SHARED = {"io.chconnect.codec.internal.frame", "io.chconnect.client.internal.sql"};

    @Test
    void internalPackagesBelongToTheirModules() {
        for (String module : new String[] {"types", "codec", "client", "engine", "embedded"}) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.chconnect." + module + "..", "io.chconnect.error..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.chconnect." + module + ".internal..")
                            .and(not(resideInAnyPackage(SHARED))))
                    .check(classes);
        }
    }

    @Test
    void nothingBelowTheClientLogs() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.chconnect.types..", "io.chconnect.error..", "io.chconnect.codec..", "io.chconnect.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.lang.System$Logger")
                .check(classes);
    }

    @Test
    void noMethodIsSynchronized() {
        methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED).check(classes);
    }

    @Test
    void packagesInternalToAModuleHaveNoCycles() {
        for (String module : new String[] {"codec", "client", "engine"}) {
            SlicesRuleDefinition.slices()
                    .matching("io.chconnect." + module + ".internal.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(classes);
        }
    }
}
