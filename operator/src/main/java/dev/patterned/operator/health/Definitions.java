package dev.patterned.operator.health;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a CustomResourceDefinition says of itself. */
public final class Definitions {
    private Definitions() {}

    /** Whether the server serves its kind; false for none. */
    public static boolean isEstablished(@Nullable CustomResourceDefinition definition) {
        // A status comes piece by piece, and its list is null until there is something in it.
        return Optional.ofNullable(definition)
                .map(CustomResourceDefinition::getStatus)
                .map(CustomResourceDefinitionStatus::getConditions)
                .orElse(List.of())
                .stream()
                .anyMatch(condition ->
                        condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }
}
