package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ContainerSecurityContext;
import dev.patterned.api.v1alpha1.UserContainer;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What cannot be said of a container: the first wall of the security model. */
final class SecurityRules {
    private static final String CODE = "Forbidden";
    private static final String ADDABLE = "NET_BIND_SERVICE";

    private SecurityRules() {}

    static void check(Subject subject, Problems problems) {
        for (var container : subject.containers()) {
            var context = container.value().securityContext();
            if (context != null) {
                context(container.path() + ".securityContext", context, problems);
            }
            hosts(container.path(), container.value(), problems);
        }
    }

    private static void context(String path, ContainerSecurityContext context, Problems problems) {
        if (Boolean.TRUE.equals(context.privileged())) {
            problems.error(
                    CODE,
                    path + ".privileged",
                    "a privileged container owns the node; drop it, and add the capability NET_BIND_SERVICE if a low port is what is needed");
        }
        if (Boolean.TRUE.equals(context.allowPrivilegeEscalation())) {
            problems.error(
                    CODE,
                    path + ".allowPrivilegeEscalation",
                    "only false may be said: start the process as the user it needs with runAsUser");
        }
        var capabilities = context.capabilities();
        if (capabilities == null || capabilities.getAdd() == null) {
            return;
        }
        for (var capability : located(path + ".capabilities.add", capabilities.getAdd())) {
            if (!ADDABLE.equals(capability.value())) {
                problems.error(
                        CODE,
                        capability.path(),
                        "\"%s\": only %s may be added; leave it out"
                                .formatted(capability.value(), ADDABLE));
            }
        }
    }

    /** A host in a probe reaches elsewhere; Pod Security refuses it from 1.34. */
    private static void hosts(String path, UserContainer container, Problems problems) {
        var probes = new HashMap<String, @Nullable Probe>();
        probes.put("livenessProbe", container.livenessProbe());
        probes.put("readinessProbe", container.readinessProbe());
        probes.put("startupProbe", container.startupProbe());
        probes.forEach((name, probe) -> {
            if (probe == null) {
                return;
            }
            if (probe.getHttpGet() != null) {
                host(path + "." + name + ".httpGet", probe.getHttpGet().getHost(), problems);
            }
            if (probe.getTcpSocket() != null) {
                host(path + "." + name + ".tcpSocket", probe.getTcpSocket().getHost(), problems);
            }
        });
        var lifecycle = container.lifecycle();
        if (lifecycle != null) {
            var hooks = new HashMap<String, @Nullable LifecycleHandler>();
            hooks.put("postStart", lifecycle.getPostStart());
            hooks.put("preStop", lifecycle.getPreStop());
            hooks.forEach((name, hook) -> {
                if (hook != null && hook.getHttpGet() != null) {
                    host(
                            path + ".lifecycle." + name + ".httpGet",
                            hook.getHttpGet().getHost(),
                            problems);
                }
            });
        }
    }

    private static void host(String path, @Nullable String host, Problems problems) {
        if (host != null) {
            problems.error(
                    CODE,
                    path + ".host",
                    "\"%s\": probes and hooks ask the Pod itself; leave host out, and wait for others through spec.dependencies"
                            .formatted(host));
        }
    }
}
