/**
 * The objects that an app becomes: one function a kind, names in one place, labels in one place.
 *
 * <p>Output is canonical: sorted, explicit where the server would default inside atomic structures,
 * quantities in one form, nothing empty. A second pass over an unchanged app therefore sends
 * nothing.
 */
@NullMarked
package dev.patterned.operator.resources;

import org.jspecify.annotations.NullMarked;
