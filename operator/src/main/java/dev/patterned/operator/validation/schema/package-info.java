/**
 * From a person's files to PatternedApps, as strictly as the API server and with better words.
 *
 * <p>YAML is read as kubectl reads it, with lines kept; the tree is held against the CRD's own
 * schema, so that what is refused here is what the server refuses: unknown fields, wrong types,
 * bounds, missing fields, entries listed twice. Rules across fields belong to {@link
 * dev.patterned.operator.validation.Validator}.
 */
@NullMarked
package dev.patterned.operator.validation.schema;

import org.jspecify.annotations.NullMarked;
