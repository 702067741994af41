package dev.patterned.operator.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The project's compiled classes, read once for all rules. */
final class Classes {
    /** Of both modules, whether they are folders or jars. */
    static final JavaClasses MAIN = read(new ImportOption.DoNotIncludeTests());

    /** Of this module: the other one's tests are not on its path. */
    static final JavaClasses TESTS = read(new ImportOption.OnlyIncludeTests());

    private Classes() {}

    private static JavaClasses read(ImportOption option) {
        return new ClassFileImporter().withImportOption(option).importPackages("dev.patterned");
    }
}
