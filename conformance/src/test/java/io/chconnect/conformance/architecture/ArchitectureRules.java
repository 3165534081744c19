package io.chconnect.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** The rules of ARCHITECTURE.md, for the packages below a root. */
final class ArchitectureRules {
    /** Calls that ask the JVM for its zone, locale or charset, by owner and name. */
    private static final Set<String> DEFAULTS = Set.of(
            ZoneId.class.getName() + ".systemDefault",
            Clock.class.getName() + ".systemDefaultZone",
            TimeZone.class.getName() + ".getDefault",
            Calendar.class.getName() + ".getInstance",
            Locale.class.getName() + ".getDefault",
            Charset.class.getName() + ".defaultCharset");

    /** Methods of String that do so unless a locale or charset is given. */
    private static final Set<String> TEXT =
            Set.of("toLowerCase", "toUpperCase", "format", "formatted", "getBytes", "<init>");

    private static final Set<String> MAKERS = Set.of(
            "java.lang.reflect.Proxy", "java.lang.invoke.LambdaMetafactory", "java.lang.invoke.MethodHandleProxies");

    private ArchitectureRules() {}

    static ArchRule oneDirection(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("types")
                .definedBy(root + ".types..", root + ".error..")
                .layer("codec")
                .definedBy(root + ".codec..")
                .layer("client")
                .definedBy(root + ".client..")
                .layer("engine")
                .definedBy(root + ".engine..")
                .layer("embedded")
                .definedBy(root + ".embedded..")
                .layer("testkit")
                .definedBy(root + ".testkit..")
                .whereLayer("types")
                .mayNotAccessAnyLayer()
                .whereLayer("codec")
                .mayOnlyAccessLayers("types")
                .whereLayer("client")
                .mayOnlyAccessLayers("codec", "types")
                .whereLayer("engine")
                .mayOnlyAccessLayers("types")
                .whereLayer("embedded")
                .mayOnlyAccessLayers("client", "codec", "engine", "types");
    }

    static ArchRule columnsDoNotKnowTheirCodecs(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".codec.column..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".codec.internal.type..", root + ".codec.internal.wire..");
    }

    /** But for the packages that a {@code module-info} exports to some other modules. */
    static ArchRule internalsStayInside(String root, String module) {
        String[] shared = {root + ".types.internal", root + ".codec.internal.frame", root + ".client.internal.sql"};
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "." + module + "..", root + ".error..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(root + "." + module + ".internal..").and(not(resideInAnyPackage(shared))));
    }

    static ArchRule onlyTheClientUsesFrames(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".codec..", root + ".client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".codec.internal.frame");
    }

    static ArchRule noTransportByName(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".client", root + ".client.config", root + ".client.transport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".client.internal.http..");
    }

    static ArchRule nothingBelowTheClientLogs(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".types..", root + ".error..", root + ".codec..", root + ".engine..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.slf4j\\..*|java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger.*");
    }

    static ArchRule noMethodIsSynchronized() {
        return methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);
    }

    /** So that it runs where no class can be made at run time, as in a native image. */
    static ArchRule noClassIsMadeAtRunTime(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(target(DescribedPredicate.describe(
                        "make a class",
                        (AccessTarget target) ->
                                MAKERS.contains(target.getOwner().getName())
                                        || target.getName().equals("defineClass")
                                        || target.getName().startsWith("defineHiddenClass"))));
    }

    static ArchRule noCycles(String modulePackage) {
        return SlicesRuleDefinition.slices()
                .matching(modulePackage + ".internal.(*)..")
                .should()
                .beFreeOfCycles();
    }

    static ArchRule noDefaultsOfTheJvm(String root) {
        return noClasses().that().resideInAPackage(root + "..").should().callCodeUnitWhere(target(readsDefault()));
    }

    private static DescribedPredicate<AccessTarget> readsDefault() {
        return DescribedPredicate.describe("read the JVM's zone, locale or charset", target -> {
            JavaClass owner = target.getOwner();
            if (DEFAULTS.contains(owner.getName() + "." + target.getName())) {
                return true;
            }
            return owner.isEquivalentTo(String.class)
                    && TEXT.contains(target.getName())
                    && target instanceof CodeUnitCallTarget call
                    && leavesOpen(target.getName(), call);
        });
    }

    private static boolean leavesOpen(String method, CodeUnitCallTarget call) {
        boolean given = call.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Locale.class)
                        || type.isEquivalentTo(Charset.class)
                        || (type.isEquivalentTo(String.class) && method.equals("getBytes")));
        boolean ofBytes = call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(byte[].class));
        return !given && (!method.equals("<init>") || ofBytes);
    }
}
