/**
 * The scripts of the helper containers, run as they are.
 *
 * <p>Each test runs under every BusyBox of the machine and under its plain shell and tools, so that
 * it means something on a machine that has nothing but those. No cluster and no network beyond
 * loopback.
 */
@NullMarked
package dev.patterned.operator.scripts;

import org.jspecify.annotations.NullMarked;
