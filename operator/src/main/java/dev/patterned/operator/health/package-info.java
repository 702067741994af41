/**
 * Whether the operator can work: asked once at start, and by probes from then on.
 *
 * <p>What is missing at start (a server that is new enough, the CRD, rights) is said in one
 * sentence that tells what to do. Later, {@code /livez} says whether the process must be restarted
 * and {@code /readyz} whether its caches follow the cluster.
 */
@NullMarked
package dev.patterned.operator.health;

import org.jspecify.annotations.NullMarked;
