package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Destination;
import dev.patterned.operator.model.HelperUsers;
import dev.patterned.operator.model.OpenPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The filter rules of an isolated app, as {@code nft -f} reads them (nftables 1.0 and newer).
 *
 * <p>One table of our own for IPv4 and IPv6. It is made, deleted and made again in one transaction,
 * so that loading it again changes nothing and no packet ever meets half of it. What no rule
 * accepts is refused at once, so that callers need not wait for a timeout; the policy behind that
 * drops what cannot be answered.
 */
final class FilterRules {
    private static final String TABLE = "table inet patterned";
    private static final int DNS = 53;

    /** What is no address is looked up by nft itself, where nothing may be looked up yet. */
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[1-9]?[0-9])([.](?!$)|$)){4}");

    /** Without them IPv6 finds no neighbour (RFC 4861). */
    private static final String NEIGHBOURS =
            "icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept";

    /** Answers, and errors about what was let through, such as "packet too big". */
    private static final String ANSWERS = "ct state established,related accept";

    private static final List<String> REFUSE =
            List.of(
                    "meta l4proto tcp reject with tcp reset",
                    "reject with icmpx type port-unreachable");

    private FilterRules() {}

    static String text(App app) {
        var lines = new ArrayList<String>();
        // Deleting what is not there is an error, adding what is there is none.
        lines.add(TABLE);
        lines.add("delete " + TABLE);
        lines.add(TABLE + " {");
        if (app.isolation().inbound()) {
            lines.addAll(chain("input", "iifname", inbound(app)));
        }
        if (app.isolation().outbound()) {
            lines.addAll(chain("output", "oifname", outbound(app)));
        }
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> chain(String hook, String device, List<String> accepted) {
        var rules = new ArrayList<String>();
        rules.add("type filter hook " + hook + " priority filter; policy drop;");
        rules.add(device + " \"lo\" accept");
        rules.add(ANSWERS);
        rules.add(NEIGHBOURS);
        rules.addAll(accepted);
        rules.addAll(REFUSE);
        var lines = new ArrayList<String>();
        lines.add("  chain " + hook + " {");
        rules.forEach(rule -> lines.add("    " + rule));
        lines.add("  }");
        return lines;
    }

    /** The ports that stay open, by protocol. */
    private static List<String> inbound(App app) {
        var ports = new TreeMap<String, SortedSet<Integer>>();
        for (var open : OpenPort.of(app)) {
            ports.computeIfAbsent(open.protocol(), _ -> new TreeSet<>()).add(open.port());
        }
        return ports.entrySet().stream()
                .map(entry -> entry.getKey().toLowerCase(Locale.ROOT) + dport(entry.getValue()))
                .toList();
    }

    /**
     * Who may go out, by the user that a packet's socket belongs to: ambassadors anywhere, waits to
     * the resolver and to what they wait for. Main, and all else that the user brings, nowhere.
     */
    private static List<String> outbound(App app) {
        var rules = new ArrayList<String>();
        for (var user : HelperUsers.ofAmbassadors(app)) {
            rules.add("meta skuid " + user + " accept");
        }
        if (!app.dependencies().isEmpty()) {
            rules.addAll(egress(HelperUsers.HELPER, Destination.ofWaits(app)));
        }
        return rules;
    }

    /**
     * What one helper's user may reach: the resolver, and these. A name cannot be said in a rule,
     * for its address may change, so it opens its port; an address opens no other.
     */
    private static List<String> egress(long user, Iterable<Destination> destinations) {
        var anywhere = new TreeSet<Integer>();
        var addresses = new TreeMap<String, SortedSet<Integer>>();
        anywhere.add(DNS);
        for (var destination : destinations) {
            family(destination.host())
                    .map(family -> family + " daddr " + destination.host())
                    .map(match -> addresses.computeIfAbsent(match, _ -> new TreeSet<>()))
                    .orElse(anywhere)
                    .add(destination.port());
        }
        var rules = new ArrayList<String>();
        rules.add("meta skuid " + user + " udp" + dport(List.of(DNS)));
        rules.add("meta skuid " + user + " tcp" + dport(anywhere));
        addresses.forEach((match, ports) ->
                rules.add("meta skuid " + user + " " + match + " tcp" + dport(ports)));
        return rules;
    }

    private static Optional<String> family(String host) {
        if (host.contains(":")) {
            return Optional.of("ip6");
        }
        return IPV4.matcher(host).matches() ? Optional.of("ip") : Optional.empty();
    }

    private static String dport(Iterable<Integer> ports) {
        var list = new ArrayList<String>();
        ports.forEach(port -> list.add(port.toString()));
        return " dport { " + String.join(", ", list) + " } accept";
    }
}
