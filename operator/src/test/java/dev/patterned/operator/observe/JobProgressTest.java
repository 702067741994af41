package dev.patterned.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobProgressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Complete | True | DONE | ''",
                "Complete | False | PENDING | Job j has not completed yet",
                "SuccessCriteriaMet | True | PENDING | Job j has not completed yet",
                "Suspended | True | PENDING | Job j is suspended",
                "FailureTarget | True | FAILED | Job j failed (Why: because of this); once a Job of that name completes, the wait is over",
                "Failed | True | FAILED | Job j failed (Why: because of this); once a Job of that name completes, the wait is over"
            })
    void itsConditionsDecide(String type, String status, Awaited.State state, String message) {
        assertThat(JobProgress.of("j", job(type, status))).isEqualTo(new Awaited(state, message));
    }

    @Test
    void aJobWithoutStatusHasJustBeenMade() {
        var job = job("Complete", "True");
        job.setStatus(null);
        assertThat(JobProgress.of("j", job).state()).isEqualTo(Awaited.State.PENDING);
    }

    @Test
    void attemptsThatFailedAreCounted() {
        var job = job("Suspended", "False");
        job.getStatus().setFailed(2);
        assertThat(JobProgress.of("j", job).message())
                .isEqualTo("Job j has not completed yet (2 Pods of it have failed)");
    }

    private static Job job(String type, String status) {
        return new JobBuilder()
                .withNewStatus()
                .addNewCondition()
                .withType(type)
                .withStatus(status)
                .withReason("Why")
                .withMessage("because\nof this")
                .endCondition()
                .endStatus()
                .build();
    }
}
