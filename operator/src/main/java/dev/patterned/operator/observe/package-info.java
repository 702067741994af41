/**
 * What the cluster shows of an app: its workload and its Pods, read from informers' caches only.
 *
 * <p>The reading of Pods (which container waits, fails or is missing, and why) is pure and lives
 * here too; nothing in this package sends a request.
 */
@NullMarked
package dev.patterned.operator.observe;

import org.jspecify.annotations.NullMarked;
