package dev.patterned.operator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassShapeTest {
    /** Who talks to the person at the terminal; everybody else logs, or returns a value. */
    private static final Set<String> TALKERS =
            Set.of(
                    "dev.patterned.operator.OperatorMain",
                    "dev.patterned.operator.controlplane.ConsoleProgress");

    @Test
    void onlyTheCommandLineTalksToTheTerminal() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("dev.patterned.operator.cli..")))
                .and(describe("do not talk to the terminal", it -> !TALKERS.contains(it.getName())))
                .should()
                .accessTargetWhere(isTheTerminal())
                .check(Classes.MAIN);
    }

    @Test
    void datesAreThoseOfJavaTime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java[.](util[.](Date|.*Calendar|TimeZone)|text[.].*Format)")
                .check(Classes.MAIN);
    }

    @Test
    void aClassOfStaticMethodsIsFinalAndCannotBeMade() {
        classes()
                .that(areUtilities())
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .haveOnlyPrivateConstructors()
                .check(Classes.MAIN);
    }

    private static DescribedPredicate<JavaAccess<?>> isTheTerminal() {
        var streams = Set.of("in", "out", "err");
        return describe(
                "is a standard stream",
                access -> {
                    var name = access.getTarget().getName();
                    return (access.getTargetOwner().isEquivalentTo(System.class)
                                    && streams.contains(name))
                            || name.equals("printStackTrace");
                });
    }

    private static DescribedPredicate<JavaClass> areUtilities() {
        return describe(
                "have static members only",
                it ->
                        !it.isInterface()
                                && !it.isEnum()
                                && !it.isRecord()
                                && !it.isAnonymousClass()
                                && isPlain(it)
                                && !it.getMembers().isEmpty()
                                && it.getMembers().stream().allMatch(ClassShapeTest::isStatic));
    }

    private static boolean isPlain(JavaClass type) {
        return type.getRawInterfaces().isEmpty()
                && type.getRawSuperclass().map(it -> it.isEquivalentTo(Object.class)).orElse(true);
    }

    private static boolean isStatic(JavaMember member) {
        return member.getName().equals("<init>")
                || member.getModifiers().contains(JavaModifier.STATIC);
    }
}
