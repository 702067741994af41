package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One flat JSON object a line on standard output. There is nothing to choose. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StdoutOutput() {}
