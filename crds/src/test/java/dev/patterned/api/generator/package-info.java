/**
 * Makes the files that follow from the API's records: the CRD, its schema for offline use and the
 * reference page.
 *
 * <p>fabric8's generator reads the records; small steps, one purpose each, then turn its output
 * into a structural schema with the descriptions, bounds and list types of Kubernetes. It is test
 * code because nothing of it is needed at run time: the files are committed, and a test holds them
 * to the records.
 */
@NullMarked
package dev.patterned.api.generator;

import org.jspecify.annotations.NullMarked;
