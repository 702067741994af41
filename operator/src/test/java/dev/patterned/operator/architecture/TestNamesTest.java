package dev.patterned.operator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.patterned.operator.testing.ApiServer;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A name says what a test needs: surefire and the profiles choose by it. */
class TestNamesTest {
    private static final Set<String> TEST_METHODS =
            Set.of(
                    "org.junit.jupiter.api.Test",
                    "org.junit.jupiter.api.TestFactory",
                    "org.junit.jupiter.api.RepeatedTest",
                    "org.junit.jupiter.params.ParameterizedTest");

    @Test
    void aClassWithTestsIsFoundByItsName() {
        // An abstract class is found through those that extend it.
        classes()
                .that(haveTests())
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveSimpleNameEndingWith("Test")
                .check(Classes.TESTS);
    }

    @Test
    void theApiServerIsInTheName() {
        classes()
                .that()
                .areAnnotatedWith(ApiServer.class)
                .should()
                .haveNameMatching(".*(Api|Compat)Test")
                .check(Classes.TESTS);
    }

    @Test
    void theOldestApiServerIsForCompatibility() {
        classes()
                .that()
                .areAnnotatedWith(ApiServer.class)
                .and(describe("ask for the oldest", TestNamesTest::asksForTheOldest))
                .should()
                .haveSimpleNameEndingWith("CompatTest")
                .check(Classes.TESTS);
    }

    @Test
    void whatNeedsNothingStartsNothing() {
        noClasses()
                .that()
                .haveNameMatching(".*(?<!Api|Compat|Node)Test")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*[.](SharedApiServer|KubeApiTestServer|Sandbox|ControlPlane)")
                .check(Classes.TESTS);
    }

    @Test
    void realEnginesAreInTheName() {
        noClasses()
                .that()
                .haveNameMatching(".*(?<!Engine)Test")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*[.](Engines|EngineProcess|RunningEnvoy|RunningTwemproxy)")
                .check(Classes.TESTS);
    }

    private static boolean asksForTheOldest(JavaClass test) {
        return test.getAnnotationOfType(ApiServer.class).oldest();
    }

    private static DescribedPredicate<JavaClass> haveTests() {
        return describe(
                "have tests",
                it ->
                        it.getEnclosingClass().isEmpty()
                                && it.getMethods().stream()
                                        .flatMap(method -> method.getAnnotations().stream())
                                        .anyMatch(annotation ->
                                                TEST_METHODS.contains(
                                                        annotation.getRawType().getName())));
    }
}
