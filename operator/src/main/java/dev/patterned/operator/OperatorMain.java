package dev.patterned.operator;

import dev.patterned.operator.config.Clients;
import dev.patterned.operator.config.InvalidSettingException;
import dev.patterned.operator.config.Logs;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.config.Settings;
import dev.patterned.operator.health.CannotStartException;
import dev.patterned.operator.reconcile.OperatorRunner;
import dev.patterned.operator.reconcile.RunningOperator;
import io.fabric8.kubernetes.client.Config;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that is the operator. */
public final class OperatorMain {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);

    /** It cannot work here. */
    private static final int FAILED = 1;

    /** It was started wrongly. */
    private static final int USAGE = 2;

    private OperatorMain() {}

    /** Runs until the process is asked to stop; the exit code is that of {@link #run}. */
    public static void main(String... arguments) {
        var code = run(List.of(arguments), System.err);
        if (code != 0) {
            // Threads of libraries may be left when a start fails; they must not keep the process.
            System.exit(code);
        }
    }

    /**
     * Runs against the cluster that the kubeconfig or the Pod's service account names, until the
     * process is asked to stop.
     *
     * @param arguments as {@link Settings} reads them
     * @param problems takes one sentence when the operator cannot start
     * @return 0 after a stop, 1 when it cannot work here, 2 for wrong arguments
     */
    public static int run(List<String> arguments, PrintStream problems) {
        try {
            var config = Settings.read(System.getenv(), arguments);
            Logs.configure(config.logFormat(), config.logLevel());
            return run(config, Config.autoConfigure(null));
        } catch (InvalidSettingException wrong) {
            problems.println(wrong.getMessage());
            return USAGE;
        } catch (CannotStartException missing) {
            LOG.debug("Cannot start", missing);
            problems.println(missing.getMessage());
            return FAILED;
        } catch (RuntimeException unexpected) {
            LOG.error("The operator failed", unexpected);
            problems.println("The operator failed: " + unexpected.getMessage());
            return FAILED;
        }
    }

    private static int run(OperatorConfig config, Config cluster) {
        try (var client = Clients.create(cluster);
                var running = OperatorRunner.start(client, config, OperatorMain::halt)) {
            LOG.info("Running; health and metrics on port {}", running.httpPort());
            awaitStop(running);
            return 0;
        }
    }

    /** At once, without hooks: after leadership is lost every further write is one too many. */
    private static void halt(String reason) {
        LOG.error("{}; the process ends", reason);
        Runtime.getRuntime().halt(FAILED);
    }

    private static void awaitStop(RunningOperator running) {
        var asked = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    running.close();
                                    asked.countDown();
                                },
                                "stop"));
        try {
            asked.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
