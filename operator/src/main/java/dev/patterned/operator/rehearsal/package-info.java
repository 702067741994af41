/**
 * The operator at work without a cluster, so that a JVM can write its cache from it: classes, and
 * profiles for its compilers.
 *
 * <p>A pretended API server answers as far as the operator asks, and holds apps enough for what
 * every pass runs through to be seen as hot. Nothing is tested here.
 */
@NullMarked
package dev.patterned.operator.rehearsal;

import org.jspecify.annotations.NullMarked;
