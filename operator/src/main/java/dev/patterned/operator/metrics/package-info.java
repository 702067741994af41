/**
 * What the operator counts and times, in Prometheus' text format.
 *
 * <p>Every name of ours begins with {@code patterned_}. No metric is tagged with the name of an
 * app: their number would grow with the cluster.
 */
@NullMarked
package dev.patterned.operator.metrics;

import org.jspecify.annotations.NullMarked;
