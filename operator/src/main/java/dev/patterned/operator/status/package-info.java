/**
 * What an app's status says, and the one write that says it.
 *
 * <p>{@link dev.patterned.operator.status.StatusCalculator} is pure: verdict, outcomes and
 * observation in, a whole status out. Of the old status only transition times are read, so that
 * whatever somebody wrote there is gone after one pass. {@link
 * dev.patterned.operator.status.StatusWriter} alone knows the client.
 */
@NullMarked
package dev.patterned.operator.status;

import org.jspecify.annotations.NullMarked;
