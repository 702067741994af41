package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The CRD as fabric8's generator makes it from the records. */
final class RawCrd {
    private RawCrd() {}

    /** A fresh tree, so that the steps that follow may change it. */
    static ObjectNode read(ObjectMapper mapper) {
        var seen = new ArrayList<HasMetadata>();
        new CRDGenerator()
                .forCRDVersions("v1")
                .customResourceClasses(PatternedApp.class)
                .withPostProcessor(collectInto(seen))
                .withOutput(new Discarded())
                .generate();
        return mapper.valueToTree(seen.getFirst());
    }

    private static CRDPostProcessor collectInto(List<HasMetadata> seen) {
        return new CRDPostProcessor() {
            @Override
            public HasMetadata process(HasMetadata crd, String version) {
                seen.add(crd);
                return crd;
            }
        };
    }

    /** The generator insists on writing somewhere. */
    private static final class Discarded implements CRDGenerator.CRDOutput<OutputStream> {
        @Override
        public OutputStream outputFor(String crdName) {
            return new ByteArrayOutputStream();
        }

        @Override
        public URI crdURI(String crdName) {
            return URI.create("file:///" + crdName);
        }

        @Override
        public void close() throws IOException {}
    }
}
