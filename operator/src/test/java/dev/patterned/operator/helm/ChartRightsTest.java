package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.health.Right;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartRightsTest {
    private static final List<String> READ = List.of("get", "list", "watch");

    @Test
    void theOperatorHasExactlyTheRightsItAsksForAtItsStart() {
        var chart = ChartFixture.chart();

        assertThat(rights(clusterRole(chart, "patterned").getRules()))
                .containsExactlyInAnyOrderElementsOf(Right.ALL);
        assertThat(chart.resources(Role.class)).isEmpty();
        assertThat(chart.resources(RoleBinding.class)).isEmpty();
    }

    @Test
    void secretsAreReadOnlyWhereTheAdministratorSaysSo() {
        var chart = ChartFixture.chart().with("watchSecrets: true");

        assertThat(rights(clusterRole(chart, "patterned").getRules()))
                .containsAll(Right.SECRETS)
                .hasSize(Right.ALL.size() + Right.SECRETS.size());
        assertThat(
                        rights(
                                chart.with("watchSecrets: true\nwatchNamespaces: [team-a]")
                                        .resources(Role.class)
                                        .getFirst()
                                        .getRules()))
                .containsAll(Right.SECRETS);
    }

    @Test
    void withNamespacesItsRightsEndThere() {
        var chart = ChartFixture.chart().with("watchNamespaces: [team-a, team-b]");

        assertThat(chart.resources(ClusterRole.class))
                .extracting(role -> role.getMetadata().getName())
                .containsExactlyInAnyOrder("patterned-view", "patterned-edit");
        assertThat(chart.resources(ClusterRoleBinding.class)).isEmpty();
        assertThat(chart.resources(Role.class))
                .extracting(role -> role.getMetadata().getNamespace())
                .containsExactly("team-a", "team-b");
        assertThat(chart.resources(Role.class))
                .allSatisfy(role ->
                        assertThat(rights(role.getRules()))
                                .containsExactlyInAnyOrderElementsOf(Right.ALL));
        assertThat(chart.resources(RoleBinding.class))
                .extracting(binding -> binding.getMetadata().getNamespace())
                .containsExactly("team-a", "team-b");
    }

    @Test
    void everyBindingJoinsARoleThatExistsWithTheOperatorsAccount() {
        var chart = ChartFixture.chart().inNamespace("ops");
        var account = chart.resources(ServiceAccount.class).getFirst().getMetadata();
        var subject = new Subject(null, "ServiceAccount", account.getName(), "ops");

        var inCluster = chart.resources(ClusterRoleBinding.class).getFirst();
        assertThat(inCluster.getSubjects()).containsExactly(subject);
        assertThat(inCluster.getRoleRef().getKind()).isEqualTo("ClusterRole");
        assertThat(clusterRole(chart, inCluster.getRoleRef().getName())).isNotNull();

        var narrow = chart.with("watchNamespaces: [team-a]");
        var inNamespace = narrow.resources(RoleBinding.class).getFirst();
        assertThat(inNamespace.getSubjects()).containsExactly(subject);
        assertThat(inNamespace.getRoleRef().getKind()).isEqualTo("Role");
        assertThat(inNamespace.getRoleRef().getName())
                .isEqualTo(narrow.resources(Role.class).getFirst().getMetadata().getName());
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

    /** One by one, as the operator asks for them. */
    private static List<Right> rights(List<PolicyRule> rules) {
        return rules.stream()
                .flatMap(rule ->
                        rule.getResources().stream()
                                .flatMap(resource ->
                                        rule.getVerbs().stream()
                                                .map(verb -> right(rule, resource, verb))))
                .toList();
    }

    private static Right right(PolicyRule rule, String resource, String verb) {
        var parts = resource.split("/", 2);
        return new Right(
                verb, rule.getApiGroups().getFirst(), parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static PolicyRule rule(String group, List<String> resources, List<String> verbs) {
        return new PolicyRule(List.of(group), List.of(), List.of(), resources, verbs);
    }
}
