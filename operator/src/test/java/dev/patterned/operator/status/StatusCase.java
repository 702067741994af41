package dev.patterned.operator.status;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.Awaited;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One folder of {@code status/}: what a pass found, and the status that says it.
 *
 * <p>{@code input.yaml} has {@code spec} (members that replace those of {@code app.yaml}), {@code
 * before} (the old status), {@code outcomes}, {@code awaited} (by target), {@code volumes} (what
 * the kubelet says of them), {@code notCreated} and {@code jobNotCreated} (what Events say of Pods
 * and of a CronJob's Jobs), and of the workload and the Pods only what the cluster adds: their
 * specs are what the app really expands into.
 */
record StatusCase(String name, Path folder) {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:45.678Z");

    private static final Path CASES = Path.of("src/test/resources/status");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).addMixIn(Outcome.class, NamedOutcome.class);

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Unchanged.class, name = "Unchanged"),
        @JsonSubTypes.Type(value = Outcome.Applied.class, name = "Applied"),
        @JsonSubTypes.Type(value = Outcome.UsedAsIs.class, name = "UsedAsIs"),
        @JsonSubTypes.Type(value = Outcome.Conflict.class, name = "Conflict"),
        @JsonSubTypes.Type(value = Outcome.Unknown.class, name = "Unknown"),
        @JsonSubTypes.Type(value = Outcome.Replaced.class, name = "Replaced"),
        @JsonSubTypes.Type(value = Outcome.Stuck.class, name = "Stuck"),
        @JsonSubTypes.Type(value = Outcome.Rejected.class, name = "Rejected")
    })
    private interface NamedOutcome {}

    /** All cases by name. */
    static List<StatusCase> all() {
        try (var folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(it -> new StatusCase(it.getFileName().toString(), it))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StatusCase named(String name) {
        return new StatusCase(name, CASES.resolve(name));
    }

    Path expected() {
        return folder.resolve("expected.yaml");
    }

    /** The status that a pass writes which finds the app with this old status. */
    PatternedAppStatus calculate(PatternedApp app, Instant now) {
        var input = input();
        var verdict = Validator.validate(app);
        var outcomes =
                elements(input.path("outcomes")).stream()
                        .map(it -> YAML.convertValue(it, Outcome.class))
                        .toList();
        return StatusCalculator.calculate(app, verdict, outcomes, observation(input, app), now);
    }

    /** The app as the pass finds it. */
    PatternedApp app() {
        var input = input();
        var app = (ObjectNode) read(CASES.resolve("app.yaml"));
        var spec = (ObjectNode) app.get("spec");
        input.path("spec").properties().forEach(it -> spec.set(it.getKey(), it.getValue()));
        if (input.has("before")) {
            app.set("status", input.get("before"));
        }
        return YAML.convertValue(app, PatternedApp.class);
    }

    private JsonNode input() {
        return read(folder.resolve("input.yaml"));
    }

    /** A refused app has no expansion: what runs is from the spec before. */
    private static Observation observation(JsonNode input, PatternedApp app) {
        var verdict = Validator.validate(app);
        var valid =
                verdict instanceof Verdict.Accepted
                        ? verdict
                        : Validator.validate(
                                YAML.convertValue(
                                        read(CASES.resolve("app.yaml")), PatternedApp.class));
        var desired = Expansion.children(((Verdict.Accepted) valid).app()).getLast().object();
        var podSpec = podSpec(desired);
        var pods =
                elements(input.path("pods")).stream()
                        .map(it -> YAML.convertValue(it, Pod.class))
                        .map(pod -> pod.edit().withSpec(podSpec).build())
                        .toList();
        var jobs =
                elements(input.path("jobs")).stream()
                        .map(it -> YAML.convertValue(it, Job.class))
                        .map(job ->
                                job.getSpec() == null
                                        ? job.edit().withNewSpec().endSpec().build()
                                        : job)
                        .toList();
        return new Observation(
                input.has("workload")
                        ? Optional.of(live(desired, input.get("workload")))
                        : Optional.empty(),
                jobs,
                pods,
                false,
                volumes(input),
                Optional.ofNullable(input.path("notCreated").asText(null)),
                Optional.ofNullable(input.path("jobNotCreated").asText(null)),
                awaited(input));
    }

    private static Map<String, String> volumes(JsonNode input) {
        return input.has("volumes")
                ? YAML.convertValue(input.get("volumes"), new TypeReference<>() {})
                : Map.of();
    }

    /** By the label of each target. */
    private static Map<Target, Awaited> awaited(JsonNode input) {
        var awaited = new HashMap<Target, Awaited>();
        input.path("awaited")
                .properties()
                .forEach(it ->
                        awaited.put(
                                target(it.getKey()),
                                YAML.convertValue(it.getValue(), Awaited.class)));
        return awaited;
    }

    private static Target target(String label) {
        return label.startsWith("job ")
                ? new Target.Job(label.substring("job ".length()))
                : new Target.App(label.substring("app ".length()));
    }

    private static PodSpec podSpec(HasMetadata workload) {
        return switch (workload) {
            case Deployment it -> it.getSpec().getTemplate().getSpec();
            case StatefulSet it -> it.getSpec().getTemplate().getSpec();
            case DaemonSet it -> it.getSpec().getTemplate().getSpec();
            case Job it -> it.getSpec().getTemplate().getSpec();
            case CronJob it -> it.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
            case Pod it -> it.getSpec();
            default -> throw new IllegalStateException(workload.getKind());
        };
    }

    /** What is desired, with what the cluster adds. */
    private static HasMetadata live(HasMetadata desired, JsonNode seen) {
        var tree = (ObjectNode) YAML.valueToTree(desired);
        tree.withObject("/metadata").setAll((ObjectNode) seen.path("metadata").deepCopy());
        tree.set("status", seen.path("status"));
        return YAML.convertValue(tree, desired.getClass());
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
