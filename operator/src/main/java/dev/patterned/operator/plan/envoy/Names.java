package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Outbound;

/** Names as they stand in metrics and logs: letters, digits and underscores. */
final class Names {
    private Names() {}

    /** The listener, its cluster and the prefix of its metrics. */
    static String of(Outbound outbound) {
        return "out_" + plain(outbound.name());
    }

    /** The listener, its cluster and the prefix of its metrics. */
    static String of(Inbound inbound) {
        return "in_" + plain(inbound.name());
    }

    /** Main's side of an inbound listener that speaks HTTP/2 there. */
    static String http2Of(Inbound inbound) {
        return of(inbound) + "_h2";
    }

    /** Names have no underscores of their own, so that two stay two. */
    private static String plain(String name) {
        return name.replace('-', '_');
    }
}
