package dev.patterned.operator.health;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Test;

/** Rights that the operator's account lacks are all named. */
@ApiServer
class RightsApiTest {
    private static final String ACCOUNT = "operator-without-rights";

    @Test
    void everyMissingRightIsNamed(Sandbox sandbox) {
        allow(sandbox, "", "pods", "get", "list", "watch", "create", "patch", "delete");
        allow(sandbox, "apps", "deployments", "get", "list", "watch", "create", "delete");
        try (var client = withoutRights(sandbox)) {
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() -> new Rights(client).check(sandbox.namespace(), Right.ALL))
                    .withMessageContaining("in namespace " + sandbox.namespace())
                    .withMessageContaining("patch deployments.apps;")
                    .withMessageContaining("patch patternedapps/status.patterned.dev")
                    .withMessageContaining("get, list, watch, create, patch, delete services")
                    .withMessageNotContaining("pods");
        }
    }

    @Test
    void anAccountThatMayEverythingPasses(Sandbox sandbox) {
        assertThatCode(() -> new Rights(sandbox.client()).check(null, Right.ALL))
                .doesNotThrowAnyException();
    }

    private static KubernetesClient withoutRights(Sandbox sandbox) {
        var config = Config.fromKubeconfig(sandbox.kubeconfig());
        config.setImpersonateUsername(ACCOUNT);
        config.setImpersonateGroups("system:authenticated");
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static void allow(Sandbox sandbox, String group, String resource, String... verbs) {
        sandbox.client()
                .resource(
                        new RoleBuilder()
                                .withNewMetadata()
                                .withName(resource)
                                .endMetadata()
                                .withRules(
                                        new PolicyRuleBuilder()
                                                .withApiGroups(group)
                                                .withResources(resource)
                                                .withVerbs(verbs)
                                                .build())
                                .build())
                .create();
        sandbox.client()
                .resource(
                        new RoleBindingBuilder()
                                .withNewMetadata()
                                .withName(resource)
                                .endMetadata()
                                .withNewRoleRef("rbac.authorization.k8s.io", "Role", resource)
                                .addNewSubject("rbac.authorization.k8s.io", "User", ACCOUNT, null)
                                .build())
                .create();
    }
}
