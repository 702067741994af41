/**
 * The real programs behind helpers, on this machine's loopback. {@link
 * dev.patterned.operator.testing.engines.Engines} finds each one or fetches it once into the cache;
 * {@link dev.patterned.operator.testing.engines.EngineProcess} runs it.
 */
@NullMarked
package dev.patterned.operator.testing.engines;

import org.jspecify.annotations.NullMarked;
