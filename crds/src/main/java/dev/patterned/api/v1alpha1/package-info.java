/**
 * The API {@code patterned.dev/v1alpha1}: one object, one application.
 *
 * <p>Records as they stand in YAML, one file a type, with descriptions, bounds and CEL rules as
 * annotations. A field that means what a Kubernetes field means has that field's name and type. A
 * field is here only once it works. Absent lists and maps read as empty; every other absent field
 * is null, and gets its value in the operator's validation.
 */
@NullMarked
package dev.patterned.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
