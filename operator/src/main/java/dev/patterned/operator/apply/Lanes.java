package dev.patterned.operator.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * Lets a pass apply children side by side, while all passes together have no more writes in flight
 * than there are lanes.
 */
public final class Lanes {
    private final Semaphore free;

    /**
     * One for an operator.
     *
     * @param most writes in flight, at least 1: the API server only queues more
     */
    public Lanes(int most) {
        free = new Semaphore(most);
    }

    /**
     * Runs all tasks at once and waits for all.
     *
     * @return their answers in the order of the tasks
     * @throws RuntimeException or Error of the first task that failed, after all have ended
     */
    <T> List<T> sideBySide(List<Callable<T>> tasks) {
        var running = tasks.stream().map(FutureTask::new).toList();
        running.forEach(Thread::startVirtualThread);
        var answers = new ArrayList<T>();
        Throwable failure = null;
        for (var task : running) {
            try {
                answers.add(task.get());
            } catch (ExecutionException failed) {
                failure = failure == null ? failed.getCause() : failure;
            } catch (InterruptedException stop) {
                running.forEach(other -> other.cancel(true));
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while applying children", stop);
            }
        }
        if (failure != null) {
            throw unchecked(failure);
        }
        return answers;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(failure);
    }

    /** Sends a write when a lane is free. */
    void write(Runnable request) {
        free.acquireUninterruptibly();
        try {
            request.run();
        } finally {
            free.release();
        }
    }
}
