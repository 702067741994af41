package dev.patterned.operator.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.ApiServer;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

@ApiServer
class EventRecorderApiTest {
    @Test
    void theServerTakesAnEventItsRepeatAndItsRebirth(KubernetesClient client) {
        var recorder = new EventRecorder(client, "patterned.dev/operator");
        var app = app(client);
        var ready = Statuses.accepted("True", "Ready", "1 of 1 Pods are ready");
        var crash = Statuses.accepted("False", "CrashLoop", "Pod a: container main fails");

        recorder.record(app, ready, crash);
        assertThat(only(client).getSeries()).isNull();
        recorder.record(app, ready, crash);
        recorder.record(app, ready, crash);
        assertThat(only(client).getSeries().getCount()).isEqualTo(3);
        assertThat(only(client).getNote()).isEqualTo("Pod a: container main fails");

        client.resource(only(client)).delete();
        recorder.record(app, ready, crash);
        assertThat(only(client).getSeries()).isNull();
    }

    @Test
    void theLongestNoteFits(KubernetesClient client) {
        var recorder = new EventRecorder(client, "patterned.dev/operator");
        recorder.record(app(client), null, Statuses.refused("Invalid", "ü".repeat(40_000)));
        assertThat(only(client).getNote()).endsWith("…");
    }

    private static Event only(KubernetesClient client) {
        var events = client.events().v1().events().list().getItems();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static PatternedApp app(KubernetesClient client) {
        var app = new PatternedApp();
        app.setMetadata(
                new ObjectMetaBuilder()
                        .withNamespace(client.getNamespace())
                        .withName("web")
                        .withUid("5c8e7f7e-0d2b-4a5e-9f43-1f0d6a2b9c11")
                        .build());
        return app;
    }
}
