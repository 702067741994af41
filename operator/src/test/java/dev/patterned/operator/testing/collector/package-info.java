/**
 * The real OpenTelemetry Collector on this machine: built once into the cache from the recipe among
 * the test resources, and run with the configuration that a log adapter gets.
 */
@NullMarked
package dev.patterned.operator.testing.collector;

import org.jspecify.annotations.NullMarked;
