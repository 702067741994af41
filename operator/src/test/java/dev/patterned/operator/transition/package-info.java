/**
 * From any spec to any other: what is there in the end is what the last one alone would have made.
 * Specs are drawn from seeds, so that what fails can be drawn again, and made small.
 */
@NullMarked
package dev.patterned.operator.transition;

import org.jspecify.annotations.NullMarked;
