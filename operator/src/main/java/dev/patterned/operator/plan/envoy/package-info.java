/**
 * An ambassador as Envoy's configuration: one file that it reads at its start, and a small one for
 * each listener with TLS.
 *
 * <p>All text reaches the files through one encoder of JSON, so that no value can be more than a
 * value. Names of listeners, clusters and metrics are {@code out_NAME} and {@code in_NAME}. What is
 * written, and why, was tried with Envoy 1.40 and is held by tests with the real program.
 */
@NullMarked
package dev.patterned.operator.plan.envoy;

import org.jspecify.annotations.NullMarked;
