/**
 * One pass over one app, and the machinery that starts passes.
 *
 * <p>{@code PatternedAppReconciler} is the pass: validate, expand, apply, prune, observe, write the
 * status, record events. {@link dev.patterned.operator.reconcile.OperatorRunner} starts everything
 * around it and can do so several times in one process.
 */
@NullMarked
package dev.patterned.operator.reconcile;

import org.jspecify.annotations.NullMarked;
