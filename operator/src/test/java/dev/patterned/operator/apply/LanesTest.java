package dev.patterned.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void tasksRunSideBySideAndAnswerInTheirOrder() {
        var both = new CountDownLatch(2);
        var tasks =
                IntStream.range(0, 2)
                        .<Callable<Integer>>mapToObj(number -> () -> meet(both) ? number : -1)
                        .toList();

        assertThat(new Lanes(1).sideBySide(tasks)).containsExactly(0, 1);
    }

    private static boolean meet(CountDownLatch both) throws InterruptedException {
        both.countDown();
        return both.await(10, TimeUnit.SECONDS);
    }

    @Test
    void oneThatFailsDoesNotCutTheOthersShort() {
        var ended = new AtomicInteger();
        var tasks =
                List.<Callable<Integer>>of(
                        () -> {
                            throw new IllegalStateException("no");
                        },
                        ended::incrementAndGet);

        assertThatThrownBy(() -> new Lanes(1).sideBySide(tasks))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(ended).hasValue(1);
    }

    @Test
    void noMoreWritesAreInFlightThanThereAreLanes() {
        var lanes = new Lanes(2);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var tasks =
                IntStream.range(0, 50)
                        .<Callable<Integer>>mapToObj(number ->
                                () -> {
                                    lanes.write(() -> {
                                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                        now.decrementAndGet();
                                    });
                                    return number;
                                })
                        .toList();

        assertThat(lanes.sideBySide(tasks)).hasSize(50);
        assertThat(most.get()).isBetween(1, 2);
    }
}
