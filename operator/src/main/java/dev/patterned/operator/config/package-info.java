/**
 * What an installation chooses, and the settings of libraries that everybody shares.
 *
 * <p>Settings come from the environment and from flags of the same names, are read once, and are
 * values from then on. The client's retries and the logs are set here and nowhere else.
 */
@NullMarked
package dev.patterned.operator.config;

import org.jspecify.annotations.NullMarked;
