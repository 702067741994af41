package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PatternedAppStatus;

/** The CustomResourceDefinition, made from the records. */
final class Crd {
    private Crd() {}

    /** The whole definition; a fresh tree at each call. */
    static ObjectNode generate() {
        var crd = RawCrd.read(Schemas.JSON);
        var properties = (ObjectNode) schema(crd).path(Schemas.PROPERTIES);
        var spec = (ObjectNode) properties.path("spec");
        var status = (ObjectNode) properties.path("status");
        var records = new Records(KubernetesTypes.load());
        records.complete(PatternedAppSpec.class, spec);
        records.complete(PatternedAppStatus.class, status);
        ListTypes.complete(spec);
        ListTypes.complete(status);
        Envelope.complete(crd);
        WholeNumbers.in(crd);
        return crd;
    }

    /** The schema inside a definition. */
    static ObjectNode schema(ObjectNode crd) {
        return (ObjectNode)
                crd.path("spec").path("versions").path(0).path("schema").path("openAPIV3Schema");
    }
}
