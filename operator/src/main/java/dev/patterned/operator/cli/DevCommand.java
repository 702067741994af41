package dev.patterned.operator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code patterned dev}. */
@Command(
        name = "dev",
        description =
                "Starts a control plane of its own (no Pods run), installs the CRD, runs the"
                        + " operator, applies files and shows what becomes of them.")
final class DevCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UsageException("not yet");
    }
}
