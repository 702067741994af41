package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Destination;
import dev.patterned.operator.model.OpenPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * The NetworkPolicy of an isolated app.
 *
 * <p>It speaks of Pods, never of containers, and egress is looked at after a Service's address has
 * become that of a Pod, whose port may be another
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/). So a Service opens
 * the Pods of the namespace, on any port; what the kubelet of the node asks is always let in.
 */
final class NetworkPolicies {
    private static final String TCP = "TCP";
    private static final int DNS = 53;

    private NetworkPolicies() {}

    /** The policy of an app that is isolated on one way at least. */
    static NetworkPolicy policy(App app) {
        var isolation = app.isolation();
        var policy =
                new NetworkPolicyBuilder()
                        .withMetadata(Metadata.of(app.id(), ResourceNames.networkPolicy(app.id())))
                        .withNewSpec()
                        .withNewPodSelector()
                        .withMatchLabels(ResourceLabels.selector(app.id()))
                        .endPodSelector();
        if (isolation.inbound()) {
            policy.addToPolicyTypes("Ingress").addToIngress(ingress(app));
        }
        if (isolation.outbound()) {
            policy.addToPolicyTypes("Egress").addAllToEgress(egress(app));
        }
        return policy.endSpec().build();
    }

    private static NetworkPolicyIngressRule ingress(App app) {
        var rule = new NetworkPolicyIngressRuleBuilder();
        OpenPort.of(app).forEach(open -> rule.addToPorts(port(open.protocol(), open.port())));
        return rule.build();
    }

    private static List<NetworkPolicyEgressRule> egress(App app) {
        var wanted = new LinkedHashSet<>(Destination.ofAmbassadors(app));
        wanted.addAll(Destination.ofWaits(app));
        wanted.addAll(Destination.ofAdapters(app));
        var rules = new ArrayList<NetworkPolicyEgressRule>();
        rules.add(
                new NetworkPolicyEgressRuleBuilder()
                        .addToPorts(port("UDP", DNS), port(TCP, DNS))
                        .build());
        if (wanted.stream().anyMatch(Destination::service)) {
            rules.add(
                    new NetworkPolicyEgressRuleBuilder()
                            .addToTo(
                                    new NetworkPolicyPeerBuilder()
                                            .withPodSelector(new LabelSelector())
                                            .build())
                            .build());
        }
        var ports = new TreeSet<Integer>();
        wanted.stream().filter(it -> !it.service()).forEach(it -> ports.add(it.port()));
        if (!ports.isEmpty()) {
            rules.add(
                    new NetworkPolicyEgressRuleBuilder()
                            .withPorts(ports.stream().map(it -> port(TCP, it)).toList())
                            .build());
        }
        return rules;
    }

    private static NetworkPolicyPort port(String protocol, int port) {
        return new NetworkPolicyPort(null, new IntOrString(port), protocol);
    }
}
