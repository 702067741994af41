package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartRightsTest {
    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> OWN =
            List.of("get", "list", "watch", "create", "patch", "delete");

    private static final List<PolicyRule> DEFINITION_CHECK =
            List.of(
                    new PolicyRule(
                            List.of("apiextensions.k8s.io"),
                            List.of(),
                            List.of("patternedapps.patterned.dev"),
                            List.of("customresourcedefinitions"),
                            List.of("get")));

    private static final List<PolicyRule> WORK =
            List.of(
                    rule("patterned.dev", List.of("patternedapps"), READ),
                    rule(
                            "patterned.dev",
                            List.of("patternedapps/status"),
                            List.of("patch", "update")),
                    rule("apps", List.of("deployments"), OWN),
                    rule("", List.of("configmaps", "services"), OWN),
                    rule("", List.of("pods"), READ),
                    rule("events.k8s.io", List.of("events"), List.of("create", "patch")));

    @Test
    void theOperatorHasExactlyTheRightsItUses() {
        var chart = ChartFixture.chart();

        assertThat(clusterRole(chart, "patterned").getRules())
                .containsExactlyElementsOf(
                        Stream.concat(DEFINITION_CHECK.stream(), WORK.stream()).toList());
        assertThat(chart.resources(Role.class)).isEmpty();
        assertThat(chart.resources(RoleBinding.class)).isEmpty();
    }

    @Test
    void withNamespacesItsRightsEndThere() {
        var chart = ChartFixture.chart().with("watchNamespaces: [team-a, team-b]");

        assertThat(clusterRole(chart, "patterned").getRules())
                .containsExactlyElementsOf(DEFINITION_CHECK);
        assertThat(chart.resources(Role.class))
                .extracting(role -> role.getMetadata().getNamespace())
                .containsExactly("team-a", "team-b");
        assertThat(chart.resources(Role.class))
                .allSatisfy(role -> assertThat(role.getRules()).containsExactlyElementsOf(WORK));
        assertThat(chart.resources(RoleBinding.class))
                .extracting(binding -> binding.getMetadata().getNamespace())
                .containsExactly("team-a", "team-b");
    }

    @Test
    void everyBindingJoinsARoleThatExistsWithTheOperatorsAccount() {
        var chart = ChartFixture.chart().inNamespace("ops").with("watchNamespaces: [team-a]");
        var account = chart.resources(ServiceAccount.class).getFirst().getMetadata();
        var subject = new Subject(null, "ServiceAccount", account.getName(), "ops");

        var inCluster = chart.resources(ClusterRoleBinding.class).getFirst();
        assertThat(inCluster.getSubjects()).containsExactly(subject);
        assertThat(inCluster.getRoleRef().getKind()).isEqualTo("ClusterRole");
        assertThat(clusterRole(chart, inCluster.getRoleRef().getName())).isNotNull();

        var inNamespace = chart.resources(RoleBinding.class).getFirst();
        assertThat(inNamespace.getSubjects()).containsExactly(subject);
        assertThat(inNamespace.getRoleRef().getKind()).isEqualTo("Role");
        assertThat(inNamespace.getRoleRef().getName())
                .isEqualTo(chart.resources(Role.class).getFirst().getMetadata().getName());
    }

    @Test
    void peopleWhoMayViewOrEditMayDoSoWithApps() {
        var chart = ChartFixture.chart();
        var view = clusterRole(chart, "patterned-view");
        var edit = clusterRole(chart, "patterned-edit");

        assertThat(view.getMetadata().getLabels())
                .containsEntry("rbac.authorization.k8s.io/aggregate-to-view", "true");
        assertThat(view.getRules())
                .containsExactly(
                        rule(
                                "patterned.dev",
                                List.of(
                                        "patternedapps",
                                        "patternedapps/status",
                                        "patternedapps/scale"),
                                READ));
        assertThat(edit.getMetadata().getLabels())
                .containsEntry("rbac.authorization.k8s.io/aggregate-to-edit", "true");
        assertThat(edit.getRules())
                .containsExactly(
                        rule(
                                "patterned.dev",
                                List.of("patternedapps"),
                                List.of("create", "delete", "deletecollection", "patch", "update")),
                        rule(
                                "patterned.dev",
                                List.of("patternedapps/scale"),
                                List.of("patch", "update")));
    }

    private static ClusterRole clusterRole(ChartFixture chart, String name) {
        return chart.resources(ClusterRole.class).stream()
                .filter(role -> role.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PolicyRule rule(String group, List<String> resources, List<String> verbs) {
        return new PolicyRule(List.of(group), List.of(), List.of(), resources, verbs);
    }
}
