package dev.patterned.operator.events;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.Map;

/** Events of events.k8s.io/v1 in a cluster. */
record ClusterEvents(KubernetesClient client) implements EventSink {
    @Override
    public void create(Event event) {
        client.resource(event).create();
    }

    /** Only the series: everything else of an Event is immutable. */
    @Override
    public boolean repeat(Event event, int count, MicroTime last) {
        var series = Map.of("count", count, "lastObservedTime", last);
        var patch = client.getKubernetesSerialization().asJson(Map.of("series", series));
        try {
            client.resource(event).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
