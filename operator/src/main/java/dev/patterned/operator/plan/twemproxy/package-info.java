/**
 * An ambassador as twemproxy's configuration: a Redis client's one address for several shards, in a
 * few megabytes.
 *
 * <p>Every text stands in quotes with JSON's escapes, so that no value can be more than a value.
 * What is written was tried with twemproxy 0.5 and is held by tests with the real program.
 */
@NullMarked
package dev.patterned.operator.plan.twemproxy;

import org.jspecify.annotations.NullMarked;
