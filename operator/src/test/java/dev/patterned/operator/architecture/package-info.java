/**
 * Walls that the compiler does not hold: which package may use which, what pure code may touch, how
 * classes, files and tests are shaped.
 *
 * <p>The rules say what a change may not do; {@code operator/docs/architecture.md} says why. A rule
 * that matches nothing fails ({@code archunit.properties}), and so does a package that no row of
 * the import table knows.
 */
@NullMarked
package dev.patterned.operator.architecture;

import org.jspecify.annotations.NullMarked;
