package dev.patterned.operator.reconcile;

import dev.patterned.operator.health.Right;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.function.Predicate;

/** What the account of a test's operator may do in the test's namespace. */
record Grants(Sandbox sandbox, String user) {
    private static final String NAME = "operator";

    /** The account, with all that an operator needs. */
    static Grants all(Sandbox sandbox) {
        var grants = new Grants(sandbox, "operator-" + sandbox.namespace());
        grants.only(_ -> true);
        sandbox.client()
                .resource(
                        new RoleBindingBuilder()
                                .withNewMetadata()
                                .withName(NAME)
                                .endMetadata()
                                .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
                                .addNewSubject(
                                        "rbac.authorization.k8s.io", "User", grants.user(), null)
                                .build())
                .create();
        return grants;
    }

    /** From now on the account has these of the rights that an operator needs. */
    void only(Predicate<Right> kept) {
        var rules = Right.ALL.stream().filter(kept).map(Grants::rule).toList();
        var role =
                new RoleBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .withRules(rules)
                        .build();
        sandbox.client().resource(role).forceConflicts().serverSideApply();
    }

    private static PolicyRule rule(Right right) {
        var subresource = right.subresource().isEmpty() ? "" : "/" + right.subresource();
        return new PolicyRuleBuilder()
                .withApiGroups(right.group())
                .withResources(right.resource() + subresource)
                .withVerbs(right.verb())
                .build();
    }
}
