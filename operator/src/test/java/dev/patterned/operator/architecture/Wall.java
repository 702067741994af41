package dev.patterned.operator.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One row of the import table.
 *
 * @param inside the classes that the row speaks of
 * @param outside what they may use besides the JDK, the annotations of nullness and each other
 */
record Wall(DescribedPredicate<JavaClass> inside, DescribedPredicate<JavaClass> outside) {
    private static final String ROOT = "dev.patterned.operator";
    private static final DescribedPredicate<JavaClass> ALWAYS =
            resideInAnyPackage("java..", "org.jspecify.annotations");

    /** A row for one package below the operator's, as {@code model}; subpackages are other rows. */
    static Wall of(String name) {
        return new Wall(resideInAnyPackage(full(name)), ALWAYS);
    }

    /** A row for the operator's own package. */
    static Wall ofRoot() {
        return new Wall(resideInAnyPackage(ROOT), ALWAYS);
    }

    /** A row for single classes of a package. */
    static Wall ofClasses(String name, String... simpleNames) {
        return new Wall(isOneOf(name, simpleNames), ALWAYS);
    }

    /** The row without these classes, which have a row of their own. */
    Wall without(String name, String... simpleNames) {
        return new Wall(inside.and(DescribedPredicate.not(isOneOf(name, simpleNames))), outside);
    }

    /** Packages of the operator, or patterns of others' that contain a dot. */
    Wall mayUse(String... names) {
        var packages =
                Arrays.stream(names)
                        .flatMap(name -> name.contains(".") ? Stream.of(name) : own(name))
                        .toArray(String[]::new);
        return new Wall(inside, outside.or(resideInAnyPackage(packages)));
    }

    /** Everything in the operator's own packages but these. */
    Wall mayUseAllBut(String... names) {
        var others = Arrays.stream(names).flatMap(Wall::own).toArray(String[]::new);
        return new Wall(
                inside,
                outside.or(resideInAnyPackage(ROOT + "..").and(resideOutsideOfPackages(others))));
    }

    /** One class by its full name. */
    Wall mayUseClass(String name) {
        return new Wall(
                inside,
                outside.or(DescribedPredicate.describe(name, it -> it.getName().equals(name))));
    }

    /** The row as a rule. */
    ArchRule rule() {
        return classes().that(inside).should().onlyDependOnClassesThat(inside.or(outside));
    }

    /** The classes of these names, with those that are declared inside them. */
    private static DescribedPredicate<JavaClass> isOneOf(String name, String... simpleNames) {
        var names = Arrays.stream(simpleNames).map(each -> full(name) + "." + each).toList();
        return DescribedPredicate.describe(
                String.join(", ", names), it -> names.contains(topLevel(it).getName()));
    }

    private static JavaClass topLevel(JavaClass nested) {
        return nested.getEnclosingClass().map(Wall::topLevel).orElse(nested);
    }

    private static Stream<String> own(String name) {
        return Stream.of(full(name));
    }

    private static String full(String name) {
        return name.equals("api") ? "dev.patterned.api.v1alpha1" : ROOT + "." + name;
    }
}
