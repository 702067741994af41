package dev.patterned.operator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code patterned operator}. */
@Command(
        name = "operator",
        description =
                "Runs the operator against the cluster of the current kubeconfig, or the"
                        + " cluster that it runs in.")
final class OperatorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SETTING", description = "Settings.", arity = "0..*")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        throw new UsageException("not yet: " + settings);
    }
}
