package dev.patterned.operator.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    @Test
    void noneIsNotServed() {
        assertThat(Definitions.isEstablished(null)).isFalse();
    }

    @Test
    void aStatusWithoutAListIsTheMomentBeforeItIsServed() {
        var young = new CustomResourceDefinitionBuilder().withNewStatus().endStatus().build();
        young.getStatus().setConditions(null);

        assertThat(Definitions.isEstablished(new CustomResourceDefinition())).isFalse();
        assertThat(Definitions.isEstablished(young)).isFalse();
    }

    @Test
    void itsConditionDecides() {
        assertThat(Definitions.isEstablished(established("False"))).isFalse();
        assertThat(Definitions.isEstablished(established("True"))).isTrue();
    }

    private static CustomResourceDefinition established(String status) {
        return new CustomResourceDefinitionBuilder()
                .withNewStatus()
                .addNewCondition()
                .withType("Established")
                .withStatus(status)
                .endCondition()
                .endStatus()
                .build();
    }
}
