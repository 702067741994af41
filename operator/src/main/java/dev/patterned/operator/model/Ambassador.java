package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Main's networking, in a container of its own. */
public sealed interface Ambassador {
    /** The name of the container. */
    String name();

    /** Where main reaches the outside, as far as the operator knows. */
    List<Outbound> outbound();

    /** A proxy whose configuration the operator writes. */
    sealed interface Proxy extends Ambassador {
        /** Its image. */
        String image();

        /** When the kubelet pulls the image; null for Kubernetes' own default. */
        @Nullable String imagePullPolicy();

        /** Its compute resources. */
        ResourceRequirements resources();

        /** Where callers reach main. */
        List<Inbound> inbound();

        /** Port on all addresses that says whether it runs; from the block 19000 to 19099. */
        int statusPort();
    }

    /**
     * Envoy.
     *
     * @param adminPort port on 127.0.0.1 of its administration, which nobody outside reaches; from
     *     the block 19000 to 19099
     */
    record Envoy(
            String name,
            String image,
            @Nullable String imagePullPolicy,
            ResourceRequirements resources,
            List<Outbound> outbound,
            List<Inbound> inbound,
            int statusPort,
            int adminPort)
            implements Proxy {
        public Envoy {
            outbound = List.copyOf(outbound);
            inbound = List.copyOf(inbound);
        }
    }

    /**
     * Twemproxy, for Redis only.
     *
     * @param statusPort also the port of its statistics
     */
    record Twemproxy(
            String name,
            String image,
            @Nullable String imagePullPolicy,
            ResourceRequirements resources,
            List<Outbound> outbound,
            int statusPort)
            implements Proxy {
        public Twemproxy {
            outbound = List.copyOf(outbound);
        }

        @Override
        public List<Inbound> inbound() {
            return List.of();
        }
    }

    /** The user's own proxy image, configured by the user. */
    record Custom(Container container, List<LogDirectory> logDirectories) implements Ambassador {
        public Custom {
            logDirectories = List.copyOf(logDirectories);
        }

        @Override
        public String name() {
            return container.getName();
        }

        /** None: the user configures it. */
        @Override
        public List<Outbound> outbound() {
            return List.of();
        }
    }
}
