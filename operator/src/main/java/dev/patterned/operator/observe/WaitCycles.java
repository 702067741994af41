package dev.patterned.operator.observe;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds apps that wait for each other. Pure. */
public final class WaitCycles {
    private WaitCycles() {}

    /**
     * The shortest way along waits from an app back to itself, the app first and last; empty where
     * there is none. Each app is looked at once, so that it takes no longer than there are waits.
     *
     * @param app where the way begins
     * @param next what the app waits for, the way's second stop
     * @param waits the apps that an app waits for
     */
    public static List<String> through(
            String app, String next, Function<String, ? extends Collection<String>> waits) {
        var from = new HashMap<String, String>();
        from.put(next, app);
        var queue = new ArrayDeque<>(List.of(next));
        while (!queue.isEmpty()) {
            var stop = queue.remove();
            if (stop.equals(app)) {
                return way(app, from);
            }
            // Sorted, so that of two equally short ways the same one is shown each time.
            for (var further : new TreeSet<>(waits.apply(stop))) {
                if (from.putIfAbsent(further, stop) == null) {
                    queue.add(further);
                }
            }
        }
        return List.of();
    }

    private static List<String> way(String app, Map<String, String> from) {
        var way = new ArrayDeque<>(List.of(app));
        var stop = from.get(app);
        while (stop != null && !stop.equals(app)) {
            way.addFirst(stop);
            stop = from.get(stop);
        }
        way.addFirst(app);
        return List.copyOf(way);
    }
}
