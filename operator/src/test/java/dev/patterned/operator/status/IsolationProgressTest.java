package dev.patterned.operator.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Isolation;
import dev.patterned.operator.observe.ContainerRole;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What golden cases cannot show, whose Pods are all of the newest template. */
class IsolationProgressTest {
    private static final StatusCase CASE = StatusCase.named("isolation-by-filter-rules");
    private static final Pod HELD = pod("held", Isolation.CONTAINER, 0);
    private static final Pod OPEN = pod("open", "another", 0);
    private static final Pod FAILED = pod("failed", Isolation.CONTAINER, 1);

    @Test
    void aPodOfAnOlderTemplateIsOpen() {
        assertThat(conditions(HELD, OPEN))
                .extracting(Condition::getStatus, Condition::getReason, Condition::getMessage)
                .containsExactly(
                        tuple(
                                "False",
                                Reasons.OLDER_PODS,
                                "1 of 2 Pods have no filter rules, open among them: they are of an older template"));
    }

    @Test
    void aPodThatCouldNotLoadThemIsSaidFirst() {
        assertThat(conditions(HELD, OPEN, FAILED))
                .extracting(Condition::getReason)
                .containsExactly(Reasons.FILTER_RULES_FAILED);
    }

    @Test
    void onePodThatHasNotComeSoFarDoesNotTakeItBack() {
        var starting = new PodBuilder(HELD).withStatus(null).build();

        assertThat(conditions(HELD, starting))
                .extracting(Condition::getMessage)
                .containsExactly("1 Pod has loaded the filter rules");
    }

    @Test
    void aPodThatHasEndedStillRanBehindThem() {
        var ended = new PodBuilder(HELD).editStatus().withPhase("Succeeded").endStatus().build();

        assertThat(conditions(ended)).extracting(Condition::getStatus).containsExactly("True");
    }

    private static List<Condition> conditions(Pod... pods) {
        var app = app();
        var roles = ContainerRole.of(app, Map.of());
        var conditions = new Conditions(List.of(), 1L, new TransitionTimes(StatusCase.NOW));
        IsolationProgress.addTo(
                conditions,
                app,
                List.of(),
                new Observation(Optional.empty(), List.of(), List.of()),
                Stream.of(pods).map(pod -> PodView.of(pod, roles)).toList());
        return conditions.list();
    }

    private static App app() {
        return ((Verdict.Accepted) Validator.validate(CASE.app())).app();
    }

    private static Pod pod(String name, String container, int exitCode) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewInitContainer()
                .withName(container)
                .endInitContainer()
                .endSpec()
                .withNewStatus()
                .addNewInitContainerStatus()
                .withName(container)
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .endTerminated()
                .endState()
                .endInitContainerStatus()
                .endStatus()
                .build();
    }
}
