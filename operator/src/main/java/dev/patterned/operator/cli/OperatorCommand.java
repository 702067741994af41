package dev.patterned.operator.cli;

import dev.patterned.operator.OperatorMain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code patterned operator}. */
@Command(
        name = "operator",
        customSynopsis = "patterned operator [--SETTING=VALUE...]",
        description =
                "Runs the operator against the cluster of the current kubeconfig, or the one that"
                        + " it runs in.",
        footer = {
            "",
            "Settings are flags or variables: --http-port=8080 and PATTERNED_HTTP_PORT=8080 are"
                    + " the same; an unknown one is answered with the list."
        })
final class OperatorCommand implements Callable<Integer> {
    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        return OperatorMain.run(settings, System.err);
    }
}
