/**
 * The committed CRD on real API servers: it is taken, its rules refuse, its examples pass, and it
 * costs little.
 */
@NullMarked
package dev.patterned.operator.crd;

import org.jspecify.annotations.NullMarked;
