package dev.patterned.operator.testing;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.utils.Serialization;

/** One valid app, for one change at a time. */
public final class Apps {
    private static final String SERVICE =
            ", services: [{name: web, ports: [{name: http, port: 80}]}]";

    private Apps() {}

    /**
     * The app {@code demo/web} with further fields of its spec, in YAML's flow style. It has a port
     * {@code http}, a log directory {@code logs} and, unless the fields say their own, a Service
     * {@code web}.
     */
    public static PatternedApp with(String fields) {
        return Serialization.unmarshal(
                """
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {name: web, namespace: demo}
                spec:
                  {main: {image: 'app:1', ports: [{name: http, containerPort: 8080}],
                    logDirectories: [{name: logs, path: /var/log/app}]}, %s%s}
                """
                        .formatted(fields, fields.contains("services:") ? "" : SERVICE),
                PatternedApp.class);
    }
}
