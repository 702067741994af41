package dev.patterned.operator.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** The one place where a client for the operator is made. */
public final class Clients {
    /** Counts in the API server's audit log and its flow control. */
    public static final String USER_AGENT = "patterned-operator";

    /**
     * How often a request is sent again after 429, 5xx or an I/O error. Few: a pass that fails is
     * retried as a whole, later and with growing pauses, and must not hold a worker meanwhile.
     */
    static final int RETRIES = 3;

    /** First pause between two attempts, in milliseconds; it doubles. */
    static final int RETRY_INTERVAL_MILLIS = 100;

    /** Longest time for one request, in milliseconds; admission webhooks may take 30 s. */
    private static final int REQUEST_TIMEOUT_MILLIS = 35_000;

    /**
     * How often each connection is asked for a sign of life, in milliseconds. One that was lost
     * without a word is given up after twice this time at most; one that is quiet stays open on the
     * way. Kubernetes' own components notice after 45 s.
     */
    static final long PING_INTERVAL_MILLIS = 15_000;

    private Clients() {}

    /** A client with the operator's settings; the caller closes it. */
    public static KubernetesClient create(Config cluster) {
        return new KubernetesClientBuilder()
                .withConfig(configure(cluster))
                .withHttpClientFactory(new Connections())
                .withKubernetesSerialization(new KubernetesSerialization(mapper(), true))
                .build();
    }

    /**
     * Names of fields are not interned: those in managedFields hold names and uids, so that each
     * app would leave some in the JVM's table of strings.
     */
    private static ObjectMapper mapper() {
        var names = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
        var mapper = new ObjectMapper(names);
        mapper.registerModule(new SimpleModule().addDeserializer(String.class, new SharedText()));
        return mapper;
    }

    /** Server, credentials and proxy of the given configuration; everything else is ours. */
    static Config configure(Config cluster) {
        return new ConfigBuilder(cluster)
                .withUserAgent(USER_AGENT)
                .withRequestRetryBackoffLimit(RETRIES)
                .withRequestRetryBackoffInterval(RETRY_INTERVAL_MILLIS)
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withWebsocketPingInterval(PING_INTERVAL_MILLIS)
                .build();
    }
}
