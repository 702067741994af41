package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.SortedMap;

/**
 * Options of the Pod as a whole.
 *
 * @param spec the fields that pass through, complete with our defaults; containers and volumes come
 *     with the plan
 */
public record PodOptions(
        SortedMap<String, String> labels, SortedMap<String, String> annotations, PodSpec spec) {}
