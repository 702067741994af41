/**
 * One application after validation: every reference resolved, every absent field given its value,
 * every variant a type.
 *
 * <p>Whoever holds an {@link dev.patterned.operator.model.App} need not look at the raw spec again.
 * Kubernetes' own data types stand here as they are: what passes through unchanged is not mirrored.
 */
@NullMarked
package dev.patterned.operator.model;

import org.jspecify.annotations.NullMarked;
