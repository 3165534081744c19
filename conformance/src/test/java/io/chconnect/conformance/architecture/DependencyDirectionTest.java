package io.chconnect.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code types ← codec ← client ← everything else}; see ARCHITECTURE.md. Each rule also finds what breaks it. */
class DependencyDirectionTest {
    private static final String ROOT = "io.chconnect";
    private static final String BROKEN = "io.chconnect.conformance.architecture.fixture";

    private static JavaClasses classes;
    private static JavaClasses broken;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        broken = new ClassFileImporter().importPackages(BROKEN);
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
        ArchitectureRules.oneDirection(ROOT).check(classes);
        bites(ArchitectureRules.oneDirection(BROKEN), "PointsUpwards");
    }

    @Test
    void columnsDoNotKnowTheirCodecs() {
        ArchitectureRules.columnsDoNotKnowTheirCodecs(ROOT).check(classes);
        bites(ArchitectureRules.columnsDoNotKnowTheirCodecs(BROKEN), "KnowsItsCodec");
    }

    @Test
    void theClientKnowsNoTransportByName() {
        ArchitectureRules.noTransportByName(ROOT).check(classes);
        bites(ArchitectureRules.noTransportByName(BROKEN), "KnowsHttp");
    }

    @Test
    void internalPackagesBelongToTheirModules() {
        for (String module : new String[] {"types", "codec", "client", "engine", "embedded"}) {
            ArchitectureRules.internalsStayInside(ROOT, module).check(classes);
        }
        bites(ArchitectureRules.internalsStayInside(BROKEN, "codec"), "ReachesInside.codec()");
    }

    @Test
    void onlyTheClientUsesFrames() {
        ArchitectureRules.onlyTheClientUsesFrames(ROOT).check(classes);
        bites(ArchitectureRules.onlyTheClientUsesFrames(BROKEN), "ReachesInside.frame()");
    }

    @Test
    void nothingBelowTheClientLogs() {
        ArchitectureRules.nothingBelowTheClientLogs(ROOT).check(classes);
        bites(ArchitectureRules.nothingBelowTheClientLogs(BROKEN), "Talks");
    }

    @Test
    void noMethodIsSynchronized() {
        ArchitectureRules.noMethodIsSynchronized().check(classes);
        bites(ArchitectureRules.noMethodIsSynchronized(), "Talks.locked()");
    }

    @Test
    void noClassIsMadeAtRunTime() {
        ArchitectureRules.noClassIsMadeAtRunTime(ROOT).check(classes);
        bites(ArchitectureRules.noClassIsMadeAtRunTime(BROKEN), "MakesClasses.proxy()");
    }

    @Test
    void packagesInternalToAModuleHaveNoCycles() {
        for (String module : new String[] {"codec", "client", "engine"}) {
            ArchitectureRules.noCycles(ROOT + "." + module).check(classes);
        }
        bites(ArchitectureRules.noCycles(BROKEN + ".codec"), "Cycle detected");
    }

    @Test
    void theJvmsZoneLocaleAndCharsetAreNeverRead() {
        ArchitectureRules.noDefaultsOfTheJvm(ROOT).check(classes);
        ArchRule rule = ArchitectureRules.noDefaultsOfTheJvm(BROKEN);
        for (String call : new String[] {
            "ZoneId.systemDefault()",
            "Locale.getDefault()",
            "Charset.defaultCharset()",
            "TimeZone.getDefault()",
            "String.toLowerCase()",
            "String.getBytes()",
            "String.<init>([B)",
            "String.format(java.lang.String, [Ljava.lang.Object;)"
        }) {
            bites(rule, call);
        }
    }

    private static void bites(ArchRule rule, String found) {
        assertThat(rule.evaluate(broken).getFailureReport().getDetails())
                .as("%s", rule.getDescription())
                .anySatisfy(detail -> assertThat(detail).contains(found));
    }
}
