package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.IsolationEnforcement;
import dev.patterned.api.v1alpha1.IsolationMode;
import dev.patterned.operator.model.Isolation;
import org.jspecify.annotations.Nullable;

/** Isolation of the model; absent is open. */
final class Isolations {
    private Isolations() {}

    static Isolation of(dev.patterned.api.v1alpha1.@Nullable Isolation isolation) {
        return isolation == null
                ? Isolation.OPEN
                : new Isolation(
                        isolation.inbound() == IsolationMode.AMBASSADOR,
                        isolation.outbound() == IsolationMode.AMBASSADOR,
                        isolation.enforcement() == IsolationEnforcement.NETFILTER
                                ? Isolation.Enforcement.NETFILTER
                                : Isolation.Enforcement.NETWORK_POLICY);
    }
}
