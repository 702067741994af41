/**
 * The operator and its command line.
 *
 * <p>One way through: a PatternedApp is validated into the model, planned as contributions to a
 * Pod, turned into resources (all pure), applied, observed, and answered with one status write.
 */
@NullMarked
package dev.patterned.operator;

import org.jspecify.annotations.NullMarked;
