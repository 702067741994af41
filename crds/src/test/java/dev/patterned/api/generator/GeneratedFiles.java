package dev.patterned.api.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Map;
import java.util.TreeMap;

/** Every file that follows from the records, by its path below the module. */
final class GeneratedFiles {
    static final String CRD = "generated/patternedapps.patterned.dev.yaml";
    static final String SCHEMA = "generated/patternedapp.schema.json";

    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .build());

    private GeneratedFiles() {}

    static Map<String, String> make() throws JsonProcessingException {
        var crd = Crd.generate();
        var files = new TreeMap<String, String>();
        files.put(CRD, "# Generated from the records of the API; do not edit.\n" + yaml(crd));
        files.put(SCHEMA, CompactSchema.of(Crd.schema(crd)) + "\n");
        return files;
    }

    private static String yaml(ObjectNode tree) throws JsonProcessingException {
        return YAML.writeValueAsString(tree);
    }
}
