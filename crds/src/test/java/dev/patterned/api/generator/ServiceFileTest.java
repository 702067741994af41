package dev.patterned.api.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

class ServiceFileTest {
    /** As of events of a watch, and of files that hold objects of several kinds. */
    @Test
    void fabric8FindsTheClassOfTheKindByItself() {
        Object read =
                new KubernetesSerialization()
                        .unmarshal(
                                """
                                apiVersion: patterned.dev/v1alpha1
                                kind: PatternedApp
                                metadata: {name: web}
                                spec: {main: {image: busybox}}
                                """);

        assertThat(read).isInstanceOf(PatternedApp.class);
    }
}
