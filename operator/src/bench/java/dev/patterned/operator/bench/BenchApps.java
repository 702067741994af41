package dev.patterned.operator.bench;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/** The app that is created over and over: three children, and no Pods. */
final class BenchApps {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private BenchApps() {}

    static PatternedApp app(String namespace, String name) {
        return SERIALIZATION.unmarshal(
                """
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {namespace: %s, name: %s}
                spec:
                  replicas: 0
                  main:
                    image: httpd:2.4
                    ports: [{name: http, containerPort: 80}]
                    logDirectories: [{name: logs, path: /var/log/httpd}]
                  logTailers:
                  - {name: access, logDirectory: logs, files: [access.log]}
                  services:
                  - {name: %s, ports: [{name: http, port: 80}]}
                """
                        .formatted(namespace, name, name),
                PatternedApp.class);
    }

    /** What the operator makes of it. */
    static List<HasMetadata> children(PatternedApp app) {
        return switch (Validator.validate(app)) {
            case Verdict.Accepted(var model, _) ->
                    Expansion.children(model).stream().map(Child::object).toList();
            case Verdict.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
