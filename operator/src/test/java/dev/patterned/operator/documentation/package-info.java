/**
 * Keeps what the project's documents say true: the README's examples are accepted, its refusals are
 * word for word what the validator says, links lead somewhere, decision pages have one form.
 */
@NullMarked
package dev.patterned.operator.documentation;

import org.jspecify.annotations.NullMarked;
