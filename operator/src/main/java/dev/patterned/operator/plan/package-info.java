/**
 * What each helper adds to the Pod, and the one merger that adds it up.
 *
 * <p>A helper type has one contributor, which says which containers, volumes, mounts and variables
 * it brings. The merger puts the containers into the order that Kubernetes needs and refuses
 * clashes, naming both owners.
 */
@NullMarked
package dev.patterned.operator.plan;

import org.jspecify.annotations.NullMarked;
