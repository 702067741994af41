/**
 * Writes the configuration of the OpenTelemetry Collector, the engine of log adapters.
 *
 * <p>The collector replaces {@code ${…}} in its configuration and its statements are a language, so
 * nothing here is made of pasted text: settings are a tree, one encoder writes it, and what a user
 * wrote never enters a statement. What each key of the result means is in docs/log-schema.md.
 */
@NullMarked
package dev.patterned.operator.plan.collector;

import org.jspecify.annotations.NullMarked;
