package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The user ids of helpers. Filter rules tell containers apart by them, for all share one network;
 * so main may have none of them.
 */
public final class HelperUsers {
    /** The "nonroot" user of many minimal images; helpers own nothing in any of them. */
    public static final long HELPER = 65532;

    /** Ambassadors have one of their own: it alone may go anywhere. */
    public static final long AMBASSADOR = 65531;

    private HelperUsers() {}

    /** The users that the ambassadors of an app run as, as far as the spec says so. */
    public static SortedSet<Long> ofAmbassadors(App app) {
        var users = new TreeSet<Long>();
        for (var ambassador : app.ambassadors()) {
            switch (ambassador) {
                case Ambassador.Proxy _ -> users.add(AMBASSADOR);
                case Ambassador.Custom custom ->
                        Optional.ofNullable(custom.container().getSecurityContext())
                                .map(SecurityContext::getRunAsUser)
                                .ifPresent(users::add);
            }
        }
        return users;
    }
}
