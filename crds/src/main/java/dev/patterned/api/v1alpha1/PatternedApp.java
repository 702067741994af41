package dev.patterned.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One application: a main container and the typed helpers around it. */
@Group(ApiKeys.GROUP)
@Version(ApiKeys.VERSION)
// Said, or else the client works it out by expressions for each request.
@Plural("patternedapps")
@ShortNames("papp")
@Categories("patterns")
@AdditionalPrinterColumn(name = "Kind", jsonPath = ".spec.workload.kind")
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type=='Ready')].status")
@AdditionalPrinterColumn(
        name = "Reason",
        jsonPath = ".status.conditions[?(@.type=='Ready')].reason")
@AdditionalPrinterColumn(
        name = "Replicas",
        jsonPath = ".status.replicas",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
        name = "Message",
        jsonPath = ".status.conditions[?(@.type=='Ready')].message",
        priority = 1)
@ValidationRule(
        value = SpecRules.NO_WAIT_FOR_ITSELF,
        message = "dependencies: an app that waits for itself never starts; remove the wait",
        fieldPath = ".spec.dependencies")
public class PatternedApp extends CustomResource<PatternedAppSpec, PatternedAppStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;
}
