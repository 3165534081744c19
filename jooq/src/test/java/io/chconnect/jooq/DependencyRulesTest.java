package io.chconnect.jooq;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the module may use of its neighbours. */
class DependencyRulesTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.chconnect.jooq");

    @Test
    void internalsOfOtherModulesStayTheirs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.chconnect.types.internal..",
                        "io.chconnect.codec.internal..",
                        "io.chconnect.client.internal..",
                        "io.chconnect.jdbc.internal..")
                .check(classes);
    }

    @Test
    void neitherTheEngineNorTheTransportIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.chconnect.engine..", "io.chconnect.embedded..", "io.chconnect.client.transport..")
                .check(classes);
    }
}
