/**
 * Tests of the control plane: the search for its programs as pure tests, start and stop with real
 * ones.
 */
@NullMarked
package dev.patterned.operator.controlplane;

import org.jspecify.annotations.NullMarked;
