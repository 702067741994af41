package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ContainerSecurityContext;
import dev.patterned.api.v1alpha1.UserContainer;
import dev.patterned.operator.model.HelperUsers;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What filter rules need. They tell containers apart by user id, so main must have one of its own
 * and no means to take another: not root, and no capability (SETUID changes the user, NET_RAW
 * writes packets that no rule looks at).
 */
final class NetfilterRules {
    private static final String MAIN = "spec.main.securityContext";
    private static final Set<Long> OURS = Set.of(HelperUsers.HELPER, HelperUsers.AMBASSADOR);

    private NetfilterRules() {}

    static void check(Subject subject, Problems problems) {
        var isolation = Isolations.of(subject.spec().isolation());
        if (!isolation.byPacketFilter()) {
            return;
        }
        user(subject, problems);
        rights(subject, problems);
        if (isolation.outbound()) {
            ambassadors(subject, problems);
            others(subject, problems);
            senders(subject, problems);
        }
    }

    private static void user(Subject subject, Problems problems) {
        var path = MAIN + ".runAsUser";
        var user = MainIdentity.of(subject.spec()).user();
        if (user.isEmpty() || user.getAsLong() == 0) {
            problems.error(
                    "NetfilterUser",
                    path,
                    "enforcement: Netfilter tells main from its ambassadors by the user id, and %s: set one that is not 0, such as 1000"
                            .formatted(
                                    user.isEmpty()
                                            ? "only the image knows main's"
                                            : "root can become any user"));
        } else if (OURS.contains(user.getAsLong())) {
            problems.error(
                    "NetfilterUser",
                    path,
                    "%d is the user of a helper, which the filter rules let out: give main another, such as 1000"
                            .formatted(user.getAsLong()));
        }
    }

    private static void rights(Subject subject, Problems problems) {
        var own = subject.spec().main().securityContext();
        var pod = subject.podTemplate() == null ? null : subject.podTemplate().securityContext();
        var said = own == null ? null : own.runAsNonRoot();
        if (said == null && pod != null) {
            said = pod.runAsNonRoot();
        }
        if (!Boolean.TRUE.equals(said)) {
            problems.error(
                    "NetfilterRights",
                    MAIN + ".runAsNonRoot",
                    "enforcement: Netfilter needs a main that cannot be root, which could become the ambassador's user: set it to true");
        }
        if (!dropsAll(own)) {
            problems.error(
                    "NetfilterRights",
                    MAIN + ".capabilities",
                    "enforcement: Netfilter needs a main without capabilities, which lead past filter rules (SETUID, NET_RAW): set drop: [ALL]");
        }
    }

    private static void ambassadors(Subject subject, Problems problems) {
        var main = MainIdentity.of(subject.spec()).user();
        for (var ambassador : located("spec.ambassadors", subject.spec().ambassadors())) {
            var custom = ambassador.value().custom();
            if (custom == null) {
                continue;
            }
            var user = user(custom.securityContext());
            var path = ambassador.path() + ".custom.securityContext.runAsUser";
            if (user == null) {
                problems.error(
                        "NetfilterUser",
                        path,
                        "enforcement: Netfilter lets the ambassador out by its user id, and only the image knows it: set one that no other container has");
            } else if (main.isPresent() && main.getAsLong() == user) {
                problems.error(
                        "NetfilterUser",
                        path,
                        "%d is also the user of main, which would be let out too: give one of them another"
                                .formatted(user));
            }
        }
    }

    /** A log adapter has main's user, for it reads main's files: no rule can let it alone out. */
    private static void senders(Subject subject, Problems problems) {
        for (var adapter : located("spec.adapters", subject.spec().adapters())) {
            var logs = adapter.value().logs();
            if (logs != null && logs.output().otlp() != null) {
                problems.error(
                        "NetfilterSender",
                        adapter.path() + ".logs.output.otlp",
                        "the adapter \"%s\" runs as main's user to read its files, and filter rules let that user nowhere: set output: {stdout: {}} and let the node's agent send the lines, or isolation.enforcement: NetworkPolicy"
                                .formatted(adapter.value().name()));
            }
        }
    }

    /**
     * Sidecars, custom adapters and tasks are inside, as main is; only of main it is demanded that
     * it stays so.
     */
    private static void others(Subject subject, Problems problems) {
        var out = new TreeSet<>(Set.of(HelperUsers.AMBASSADOR));
        if (!subject.spec().dependencies().isEmpty()) {
            out.add(HelperUsers.HELPER);
        }
        for (var ambassador : subject.spec().ambassadors()) {
            var custom = ambassador.custom();
            var user = custom == null ? null : user(custom.securityContext());
            if (user != null) {
                out.add(user);
            }
        }
        var pod = subject.podTemplate() == null ? null : subject.podTemplate().securityContext();
        for (var container : others(subject)) {
            var path = container.path() + ".securityContext";
            var own = container.value().securityContext();
            var user = user(own);
            if (user == null && pod != null) {
                user = pod.runAsUser();
            }
            if (user != null && out.contains(user)) {
                problems.error(
                        "NetfilterUser",
                        path + ".runAsUser",
                        "%d is the user of an ambassador or of a wait, which the filter rules let out: give this container another"
                                .formatted(user));
            } else if (user == null || user == 0 || !dropsAll(own)) {
                problems.warning(
                        "NetfilterRights",
                        path,
                        "the filter rules keep this container inside like main, but as root, or with the capabilities that an image has by default, it may get past them: set runAsUser and capabilities.drop: [ALL]");
            }
        }
    }

    private static List<Located<UserContainer>> others(Subject subject) {
        var all = new ArrayList<Located<UserContainer>>();
        for (var adapter : located("spec.adapters", subject.spec().adapters())) {
            var custom = adapter.value().custom();
            if (custom != null) {
                all.add(new Located<>(adapter.path() + ".custom", custom));
            }
        }
        all.addAll(located("spec.sidecars", subject.spec().sidecars()));
        all.addAll(located("spec.initContainers", subject.spec().initContainers()));
        return all;
    }

    private static @Nullable Long user(@Nullable ContainerSecurityContext context) {
        return context == null ? null : context.runAsUser();
    }

    private static boolean dropsAll(@Nullable ContainerSecurityContext context) {
        return context != null
                && context.capabilities() != null
                && context.capabilities().getDrop() != null
                && context.capabilities().getDrop().contains("ALL");
    }
}
