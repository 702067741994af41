package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import org.junit.jupiter.api.Test;

class DigestsTest {
    @Test
    void itDoesNotMatterWhetherTheCacheHasTheContentOrItsDigest() {
        var whole = Digests.of(config("blue"));
        var reduced = config("blue");

        Caches.reduce(reduced);
        Caches.reduce(reduced);

        assertThat(Digests.of(reduced)).isEqualTo(whole).containsOnlyKeys("color", "logo");
        assertThat(whole).isNotEqualTo(Digests.of(config("red")));
    }

    @Test
    void whatOthersWroteIsForgotten() {
        var reduced = config("blue");

        Caches.reduce(reduced);

        assertThat(reduced.toString()).doesNotContain("blue");
    }

    @Test
    void ourOwnStaysAsItIs() {
        var own = config("blue");
        own.getMetadata().getLabels().put("app.kubernetes.io/managed-by", "patterned");

        Caches.reduce(own);

        assertThat(own.getData()).containsEntry("color", "blue");
    }

    @Test
    void theDigestOfASecretTellsNothingWithoutItsUid() {
        assertThat(Digests.of(secret("one"))).isNotEqualTo(Digests.of(secret("other")));
        var reduced = secret("one");
        Caches.reduce(reduced);
        assertThat(Digests.of(reduced)).isEqualTo(Digests.of(secret("one")));
    }

    private static ConfigMap config(String color) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .addToLabels("app", "web")
                .addToAnnotations("last-applied", color)
                .endMetadata()
                .addToData("color", color)
                .addToBinaryData("logo", "AAAA")
                .build();
    }

    private static Secret secret(String uid) {
        return new SecretBuilder()
                .withNewMetadata()
                .withUid(uid)
                .endMetadata()
                .addToData("password", "MTIzNA==")
                .build();
    }
}
