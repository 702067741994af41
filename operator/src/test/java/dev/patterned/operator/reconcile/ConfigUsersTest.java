package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.plan.ConfigReference;
import dev.patterned.operator.plan.ConfigReference.Kind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConfigUsersTest {
    private static final ResourceID SHOP = new ResourceID("shop", "a");
    private static final ResourceID BANK = new ResourceID("bank", "a");

    private final ConfigUsers users = new ConfigUsers();

    @Test
    void anObjectIsUsedByThoseThatSaidSo() {
        users.uses(SHOP, List.of(config("prices"), config("colours")));
        users.uses(BANK, List.of(config("prices")));

        assertThat(of("a", "prices", Kind.CONFIG_MAP)).containsExactlyInAnyOrder(SHOP, BANK);
        assertThat(of("a", "colours", Kind.CONFIG_MAP)).containsExactly(SHOP);
        assertThat(of("b", "prices", Kind.CONFIG_MAP)).isEmpty();
        assertThat(of("a", "prices", Kind.SECRET)).isEmpty();
    }

    @Test
    void whatAnAppUsedBeforeCountsNoMore() {
        users.uses(SHOP, List.of(config("prices")));
        users.uses(SHOP, List.of(config("colours")));

        assertThat(of("a", "prices", Kind.CONFIG_MAP)).isEmpty();
        assertThat(of("a", "colours", Kind.CONFIG_MAP)).containsExactly(SHOP);

        users.uses(SHOP, List.of());

        assertThat(of("a", "colours", Kind.CONFIG_MAP)).isEmpty();
    }

    @Test
    void appsThatAreGoneDoNotPileUp() {
        var largest = 0;
        for (var number = 0; number < 3_000; number++) {
            users.uses(new ResourceID("app-" + number, "a"), List.of(config("prices")));
            var held = users.of(configMap("a", "prices"), Kind.CONFIG_MAP, SHOP::equals);
            largest = Math.max(largest, held.size());
        }

        assertThat(largest).isLessThan(600);
    }

    private Set<ResourceID> of(String namespace, String name, Kind kind) {
        return users.of(configMap(namespace, name), kind, _ -> true);
    }

    private static ConfigMap configMap(String namespace, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    private static ConfigReference config(String name) {
        return new ConfigReference(Kind.CONFIG_MAP, name, new TreeSet<>(), false);
    }
}
