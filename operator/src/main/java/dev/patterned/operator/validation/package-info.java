/**
 * From the raw spec to the model, or to the list of everything that is wrong with it.
 *
 * <p>Rules are small functions that look at one thing and add problems; all of them run, so that a
 * person sees every problem at once. {@link dev.patterned.operator.validation.Defaults} is the one
 * place where an absent field gets its value. What CEL can say is said in the CRD too, and a test
 * holds both together.
 */
@NullMarked
package dev.patterned.operator.validation;

import org.jspecify.annotations.NullMarked;
