package dev.patterned.operator.architecture;

import java.util.List;

/**
 * Who may use whom. The pure half comes first: what it says holds offline and in the cluster alike.
 *
 * <p>fabric8's data types and its client share a prefix: {@code io.fabric8.kubernetes.api} are the
 * types that Kubernetes defines, {@code io.fabric8.kubernetes.client} talks to a server.
 */
final class ImportTable {
    private static final String KUBERNETES = "io.fabric8.kubernetes.api..";
    private static final String CLIENT = "io.fabric8.kubernetes.client..";
    private static final String FRAMEWORK = "io.javaoperatorsdk.operator..";
    private static final String JSON = "com.fasterxml.jackson..";
    private static final String LOG = "org.slf4j..";
    private static final String ENGINES = "dev.patterned.operator.plan.";
    private static final String LOGBACK = "ch.qos.logback..";

    static final List<Wall> PURE =
            List.of(
                    Wall.of("api")
                            .mayUse(
                                    KUBERNETES,
                                    "io.fabric8.kubernetes.model.annotation",
                                    "io.fabric8.crd.generator.annotation",
                                    "io.fabric8.generator.annotation",
                                    "com.fasterxml.jackson.annotation")
                            // The base class of every custom resource lives in the client.
                            .mayUseClass("io.fabric8.kubernetes.client.CustomResource"),
                    Wall.of("model").mayUse(KUBERNETES),
                    Wall.of("validation")
                            .mayUse("api", "model", KUBERNETES, "com.fasterxml.jackson.annotation")
                            // Regular expressions of the log adapter's engine.
                            .mayUse("com.google.re2j"),
                    Wall.of("validation.schema")
                            .mayUse(
                                    "api",
                                    "validation",
                                    KUBERNETES,
                                    JSON,
                                    "org.snakeyaml.engine.v2.."),
                    Wall.of("plan")
                            .mayUse("model", KUBERNETES, ENGINES + "collector")
                            .mayUse(ENGINES + "envoy", ENGINES + "twemproxy"),
                    Wall.of("plan.collector").mayUse("model", KUBERNETES),
                    Wall.of("plan.envoy").mayUse("model", KUBERNETES, JSON),
                    Wall.of("plan.twemproxy").mayUse("model", KUBERNETES, JSON),
                    Wall.of("resources")
                            .mayUse("api", "model", "plan", KUBERNETES, JSON)
                            .mayUse("io.fabric8.kubernetes.model.annotation")
                            .mayUseClass("io.fabric8.kubernetes.client.CustomResource"),
                    Wall.of("observe")
                            .without("observe", "Observer", "Warnings")
                            .mayUse("api", "model", KUBERNETES),
                    Wall.ofClasses(
                                    "apply",
                                    "Outcome",
                                    "DriftCheck",
                                    "ListKeys",
                                    "Ownership",
                                    "Rollout")
                            .mayUse("api", KUBERNETES, JSON),
                    Wall.of("status")
                            .without("status", "StatusWriter")
                            .mayUse("api", "model", "validation", "resources", "observe", "apply")
                            .mayUse(KUBERNETES));

    static final List<Wall> EFFECTS =
            List.of(
                    Wall.of("apply")
                            .mayUse("api", "model", "resources", KUBERNETES, CLIENT, FRAMEWORK)
                            .mayUse(JSON, LOG),
                    Wall.ofClasses("observe", "Observer", "Warnings")
                            .mayUse("api", "model", "observe", "apply")
                            .mayUse(KUBERNETES, CLIENT, FRAMEWORK, LOG),
                    Wall.ofClasses("status", "StatusWriter")
                            .mayUse("api", "status", KUBERNETES, CLIENT),
                    Wall.of("events")
                            .mayUse("api", "model", "observe", "status")
                            .mayUse(KUBERNETES, CLIENT, LOG),
                    Wall.of("metrics").mayUse("apply", FRAMEWORK, "io.micrometer.."),
                    Wall.of("config").mayUse(CLIENT, "okhttp3..", "javax.net", JSON, LOG, LOGBACK),
                    Wall.of("health")
                            .mayUse("api", "config", KUBERNETES, CLIENT, "com.sun.net.httpserver"),
                    Wall.of("reconcile")
                            .mayUse("api")
                            .mayUseAllBut("cli", "controlplane", "rehearsal")
                            .mayUse(KUBERNETES, CLIENT, FRAMEWORK, LOG),
                    Wall.ofRoot().mayUse("config", "health", "reconcile", KUBERNETES, CLIENT, LOG),
                    Wall.of("controlplane").mayUse("javax.net.ssl"),
                    Wall.of("rehearsal")
                            .mayUse("config", "reconcile", CLIENT, JSON, "com.sun.net.httpserver"),
                    Wall.of("cli")
                            .mayUse("api")
                            .mayUseAllBut("apply", "events", "metrics")
                            .mayUse(KUBERNETES, CLIENT, JSON, LOG, "picocli..", LOGBACK));

    private ImportTable() {}
}
