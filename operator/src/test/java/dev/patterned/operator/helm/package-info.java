/**
 * Tests of what is under {@code helm/}: the chart, linted and rendered by Helm itself without a
 * cluster, and Argo CD's health script, run in an interpreter that has no more than Argo CD gives.
 * {@link dev.patterned.operator.helm.ChartFixture} renders the chart for tests that install it.
 */
@NullMarked
package dev.patterned.operator.helm;

import org.jspecify.annotations.NullMarked;
