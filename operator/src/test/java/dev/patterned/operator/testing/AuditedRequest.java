package dev.patterned.operator.testing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One answered request, from the API server's audit log.
 *
 * @param verb as the server names it: create, update, patch, delete, deletecollection, get, list,
 *     watch
 * @param resource the plural, with {@code /status} and the like behind it when a subresource was
 *     asked for
 * @param namespace empty for cluster-wide requests
 * @param name empty when the request named none
 * @param code the HTTP status of the answer
 */
public record AuditedRequest(
        String userAgent, String verb, String resource, String namespace, String name, int code) {

    static AuditedRequest of(JsonNode event) {
        var object = event.path("objectRef");
        var subresource = object.path("subresource").asText();
        return new AuditedRequest(
                event.path("userAgent").asText(),
                event.path("verb").asText(),
                object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
                object.path("namespace").asText(),
                object.path("name").asText(),
                event.path("responseStatus").path("code").asInt());
    }

    /** Events and leases are written by time, not by what the test did, and so never count. */
    boolean isCountedWrite() {
        return switch (verb) {
            case "create", "update", "patch", "delete", "deletecollection" ->
                    !resource.equals("events") && !resource.equals("leases");
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "%s %s %s (%d)".formatted(verb, resource, name, code);
    }
}
