/**
 * Events of events.k8s.io/v1 on an app, for changes only.
 *
 * <p>{@link dev.patterned.operator.events.EventPlanner} decides, from two statuses, what is worth
 * an Event; {@link dev.patterned.operator.events.EventRecorder} sends it, and counts repeats up
 * instead of writing them again. Events are a courtesy: trouble with them never reaches a pass.
 */
@NullMarked
package dev.patterned.operator.events;

import org.jspecify.annotations.NullMarked;
