package dev.patterned.operator.observe;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Isolation;
import dev.patterned.operator.model.OwnHelpers;
import dev.patterned.operator.model.Target;
import java.util.Map;
import java.util.TreeMap;

/** What a container of a Pod is to its app. */
public sealed interface ContainerRole {
    /** How a sentence names the container, such as {@code log tailer access}. */
    String label();

    /** The main container. */
    record Main(String name) implements ContainerRole {
        @Override
        public String label() {
            return "container " + name;
        }
    }

    /** A log tailer. */
    record Tailer(String name) implements ContainerRole {
        @Override
        public String label() {
            return "log tailer " + name;
        }
    }

    /** An ambassador. */
    record Proxy(String name) implements ContainerRole {
        @Override
        public String label() {
            return "ambassador " + name;
        }
    }

    /** An adapter. */
    record Adapting(String name) implements ContainerRole {
        @Override
        public String label() {
            return "adapter " + name;
        }
    }

    /** The operator's own, which no field of the spec names. */
    record Own(String name) implements ContainerRole {
        @Override
        public String label() {
            return "the operator's helper " + name;
        }
    }

    /** The user's own helper beside main. */
    record Helper(String name) implements ContainerRole {
        @Override
        public String label() {
            return "sidecar " + name;
        }
    }

    /** The user's own task before main. */
    record Task(String name) implements ContainerRole {
        @Override
        public String label() {
            return "init container " + name;
        }
    }

    /**
     * A wait.
     *
     * @param awaited what the operator sees of its target
     */
    record Wait(Dependency dependency, Awaited awaited) implements ContainerRole {
        @Override
        public String label() {
            return "wait " + dependency.name();
        }
    }

    /** What loads the filter rules of an isolated app. */
    record PacketFilter(String name) implements ContainerRole {
        @Override
        public String label() {
            return "packet filter " + name;
        }
    }

    /** Not of this app's spec: injected by somebody, or left from an older template. */
    record Other(String name) implements ContainerRole {
        @Override
        public String label() {
            return "container " + name + " (not in the spec)";
        }
    }

    /** The roles of all containers of an app, by name: each helper's container has its name. */
    static Map<String, ContainerRole> of(App app, Map<Target, Awaited> awaited) {
        var roles = new TreeMap<String, ContainerRole>();
        roles.put(app.main().name(), new Main(app.main().name()));
        app.logTailers().forEach(it -> roles.put(it.name(), new Tailer(it.name())));
        app.ambassadors().forEach(it -> roles.put(it.name(), new Proxy(it.name())));
        app.adapters().forEach(it -> roles.put(it.name(), new Adapting(it.name())));
        roles.put(OwnHelpers.GATE, new Own(OwnHelpers.GATE));
        app.sidecars().forEach(it -> roles.put(it.name(), new Helper(it.name())));
        app.initTasks().forEach(it -> roles.put(it.name(), new Task(it.name())));
        app.dependencies()
                .forEach(it ->
                        roles.put(
                                it.name(),
                                new Wait(it, awaited.getOrDefault(it.target(), Awaited.UNSEEN))));
        if (app.isolation().byPacketFilter()) {
            roles.put(Isolation.CONTAINER, new PacketFilter(Isolation.CONTAINER));
        }
        return roles;
    }
}
