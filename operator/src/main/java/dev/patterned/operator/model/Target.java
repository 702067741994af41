package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a dependency waits for. */
public sealed interface Target {
    /** How a person would name it in a sentence, such as {@code mydb:80}. */
    String label();

    /**
     * A Service of the own namespace.
     *
     * @param mustAnswer whether something must answer behind it; else its name must resolve
     */
    record Service(String name, int port, boolean mustAnswer, Optional<Provided> provided)
            implements Target {
        @Override
        public String label() {
            return name + ":" + port;
        }
    }

    /**
     * The Service that the operator creates when nobody else has it.
     *
     * @param selector empty: a name without endpoints of its own
     */
    record Provided(SortedMap<String, String> selector, int targetPort) {
        public Provided(Map<String, String> selector, int targetPort) {
            this(new TreeMap<>(selector), targetPort);
        }
    }

    /** A TCP port that accepts connections. */
    record Tcp(String host, int port) implements Target {
        @Override
        public String label() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A URL that answers.
     *
     * @param headers each {@code name: value}
     * @param expectedStatuses empty: any 2xx
     */
    record Http(
            String url,
            List<String> headers,
            List<Integer> expectedStatuses,
            Optional<CertificateAuthority> certificateAuthority)
            implements Target {
        public Http {
            headers = List.copyOf(headers);
            expectedStatuses = List.copyOf(expectedStatuses);
        }

        @Override
        public String label() {
            return url;
        }

        /** The statuses as the wait's script takes them. */
        public String statuses() {
            return expectedStatuses.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    /** Where a CA bundle comes from. */
    sealed interface CertificateAuthority {
        /** The key under which it is stored. */
        String key();

        /** A key of a Secret; mounted, never read by the operator. */
        record FromSecret(SecretKeySelector selector) implements CertificateAuthority {
            @Override
            public String key() {
                return selector.getKey();
            }
        }

        /** A key of a ConfigMap. */
        record FromConfigMap(ConfigMapKeySelector selector) implements CertificateAuthority {
            @Override
            public String key() {
                return selector.getKey();
            }
        }
    }

    /**
     * The standard gRPC health service.
     *
     * @param serviceName empty: the server as a whole
     */
    record Grpc(String host, int port, String serviceName) implements Target {
        @Override
        public String label() {
            return "grpc://" + host + ":" + port + (serviceName.isEmpty() ? "" : "/" + serviceName);
        }
    }

    /**
     * The upstreams of an own outbound listener, each looked at directly: through the listener an
     * answer says nothing, because it accepts before it connects.
     *
     * @param upstreams at least one; all must accept connections
     */
    record Upstreams(String listener, List<Outbound.Upstream> upstreams) implements Target {
        public Upstreams {
            upstreams = List.copyOf(upstreams);
        }

        @Override
        public String label() {
            return "outbound " + listener;
        }
    }

    /**
     * A Job of the own namespace that has completed: the operator looks, and tells the Pod with a
     * {@link Latch}.
     */
    record Job(String name) implements Target {
        @Override
        public String label() {
            return "job " + name;
        }
    }

    /** Another app of the own namespace that was ready: told like a Job. */
    record App(String name) implements Target {
        @Override
        public String label() {
            return "app " + name;
        }
    }

    /** A host name that resolves. */
    record Dns(String host) implements Target {
        @Override
        public String label() {
            return host;
        }
    }
}
