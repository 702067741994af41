package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.model.AppId;
import java.util.List;
import java.util.Objects;

/** The one way from a PatternedApp to the model. Pure: the same offline and in the cluster. */
public final class Validator {
    private static final List<Rule> RULES =
            List.of(
                    NameRules::check,
                    PortRules::check,
                    LogDirectoryRules::check,
                    ReferenceRules::check,
                    MountRules::check,
                    FileRules::check,
                    EnvironmentRules::check,
                    SecurityRules::check,
                    PodRules::check,
                    TailerRules::check,
                    AdapterRules::check,
                    ReaderRules::check,
                    DependencyRules::check,
                    SelfWaitRules::check,
                    ProvideRules::check,
                    AmbassadorRules::check,
                    ServiceRules::check,
                    IsolationRules::check,
                    NetfilterRules::check,
                    ProbeRules::check,
                    HookRules::check,
                    PolicyHostRules::check,
                    WorkloadRules::check,
                    AvailabilityRules::check);

    private Validator() {}

    /**
     * Looks at everything; never throws for what a user wrote. What the schema of the CRD says
     * (types, lengths, patterns, enumerations) is taken as given: the server has checked it, and
     * offline the schema check has.
     */
    public static Verdict validate(PatternedApp app) {
        var problems = new Problems();
        if (app.getSpec() == null || app.getSpec().main() == null) {
            problems.error(
                    "Required",
                    "spec.main",
                    "is missing: an app has one main container with an image");
            return new Verdict.Refused(problems.all());
        }
        var metadata = app.getMetadata();
        var id =
                new AppId(
                        Objects.requireNonNullElse(metadata.getNamespace(), ""),
                        Objects.requireNonNullElse(metadata.getName(), ""),
                        Objects.requireNonNullElse(metadata.getUid(), ""));
        var subject = Subject.of(id.name(), id.namespace(), app.getSpec());
        RULES.forEach(rule -> rule.check(subject, problems));
        if (problems.refuse()) {
            return new Verdict.Refused(problems.all());
        }
        return new Verdict.Accepted(ModelBuilder.build(id, app.getSpec()), problems.all());
    }
}
