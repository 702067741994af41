package dev.patterned.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.observe.PodProblem.Kind;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodProblemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ErrImagePull | rpc error: code = NotFound desc = failed to resolve reference "r/a:1": r/a:1: not found | was not found: check its name and tag
                    ImagePullBackOff | Back-off pulling image "r/a:1": ErrImagePull: rpc error: code = NotFound desc = r/a:1: not found | was not found: check its name and tag
                    ImagePullBackOff | Back-off pulling image "r/a:1" | cannot be pulled
                    ErrImagePull | unauthorized: authentication required | does not exist, or needs podTemplate.imagePullSecrets: the registry denies it
                    ErrImagePull | Head "https://r/v2/a": dial tcp: lookup r: no such host | cannot be pulled: its registry does not answer: Head "https://r/v2/a": dial tcp: lookup r: no such host
                    ErrImageNeverPull | Container image "r/a:1" is not present with pull policy of Never | is not on the node, and imagePullPolicy is Never
                    """)
    void anImageThatDoesNotComeSaysWhy(String reason, String message, String why) {
        var pod = pod(waiting(reason, message));
        assertThat(worst(pod).kind()).isEqualTo(Kind.IMAGE);
        assertThat(worst(pod).sentence())
                .isEqualTo("Pod web-1: image r/a:1 of container main " + why);
    }

    @Test
    void aNameThatIsNoneIsNotThePullsFault() {
        assertThat(worst(pod(waiting("InvalidImageName", "couldn't parse image name"))).kind())
                .isEqualTo(Kind.IMAGE_NAME);
    }

    @Test
    void aPodThatWasJustCreatedIsNotScheduledYet() {
        var pod = pod(new ContainerStatusBuilder().withName("main").build());
        pod.setStatus(null);
        assertThat(worst(pod).message()).isEqualTo("is not scheduled yet");
    }

    @Test
    void aKilledContainerThatRunsAgainIsNamedUntilItIsReady() {
        var status =
                new ContainerStatusBuilder(running())
                        .withNewLastState()
                        .withNewTerminated()
                        .withExitCode(137)
                        .withReason("OOMKilled")
                        .endTerminated()
                        .endLastState()
                        .build();
        assertThat(worst(pod(status)).kind()).isEqualTo(Kind.OUT_OF_MEMORY);
        status.setReady(true);
        assertThat(ContainerProblems.worst(view(pod(status)).containers().getFirst())).isEmpty();
    }

    @Test
    void anInjectedContainerIsToldFromOurs() {
        var crashing =
                new ContainerStatusBuilder(waiting("CrashLoopBackOff", "back-off"))
                        .withNewLastState()
                        .withNewTerminated()
                        .withExitCode(2)
                        .endTerminated()
                        .endLastState()
                        .build();
        var problem = PodProblems.worst(PodView.of(pod(crashing), Map.of())).orElseThrow();
        assertThat(problem.message()).startsWith("container main (not in the spec) fails with");
    }

    @Test
    void textOfOthersComesOnOneLineAndBounded() {
        var problem =
                worst(pod(waiting("CreateContainerError", "a\n\tb\u0007 " + "x".repeat(999))));
        assertThat(problem.message()).hasSizeLessThan(400).doesNotContain("\n", "\u0007");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        assertThat(Wording.cut("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(Wording.tail("ab😀cd", 4)).isEqualTo("…cd");
    }

    private static PodProblem worst(Pod pod) {
        return PodProblems.worst(view(pod)).orElseThrow();
    }

    private static PodView view(Pod pod) {
        return PodView.of(pod, Map.of("main", new ContainerRole.Main("main")));
    }

    private static ContainerStatus waiting(String reason, String message) {
        return new ContainerStatusBuilder()
                .withName("main")
                .withReady(false)
                .withNewState()
                .withNewWaiting(message, reason)
                .endState()
                .build();
    }

    private static ContainerStatus running() {
        return new ContainerStatusBuilder()
                .withName("main")
                .withReady(false)
                .withNewState()
                .withNewRunning("2026-11-22T10:15:04Z")
                .endState()
                .build();
    }

    private static Pod pod(ContainerStatus status) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("web-1")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("r/a:1")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withContainerStatuses(status)
                .endStatus()
                .build();
    }
}
