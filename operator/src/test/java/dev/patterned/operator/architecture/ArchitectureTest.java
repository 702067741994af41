package dev.patterned.operator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    /** What pure code may ask of {@code System}: nothing that differs from run to run. */
    private static final Set<String> HARMLESS = Set.of("arraycopy", "lineSeparator");

    /** Types whose {@code now()} reads the machine's clock. */
    private static final String TIME = "java.time";

    static List<Wall> walls() {
        return Stream.concat(ImportTable.PURE.stream(), ImportTable.EFFECTS.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void usesOnlyWhatItsRowAllows(Wall wall) {
        wall.rule().check(Classes.MAIN);
    }

    @Test
    void everyClassIsInARow() {
        classes().should(ArchCondition.from(isInOneOf(walls()))).check(Classes.MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.patterned.(**)").should().beFreeOfCycles().check(Classes.MAIN);
    }

    @Test
    void pureCodeAsksNeitherClockNorProcess() {
        noClasses()
                .that(isPure())
                .should()
                .accessTargetWhere(readsTheSurroundings())
                .orShould()
                .dependOnClassesThat(
                        isOneOf("java.time.Clock", "java.util.Random", "java.lang.Thread"))
                .check(Classes.MAIN);
    }

    private static DescribedPredicate<JavaClass> isPure() {
        return isInOneOf(ImportTable.PURE).as("are pure");
    }

    private static DescribedPredicate<JavaClass> isInOneOf(List<Wall> rows) {
        return describe(
                "be in a row of ImportTable",
                it -> rows.stream().anyMatch(row -> row.inside().test(it)));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSurroundings() {
        return describe(
                "reads the clock or the process's surroundings",
                access -> {
                    var owner = access.getTargetOwner();
                    var name = access.getTarget().getName();
                    return (owner.getPackageName().equals(TIME) && name.equals("now"))
                            || (owner.isEquivalentTo(System.class) && !HARMLESS.contains(name));
                });
    }

    private static DescribedPredicate<JavaClass> isOneOf(String... names) {
        var all = Set.of(names);
        return describe(String.join(", ", names), it -> all.contains(it.getName()));
    }
}
