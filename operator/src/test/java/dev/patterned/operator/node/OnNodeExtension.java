package dev.patterned.operator.node;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Does what {@link OnNode} promises, and says what the namespace looked like when a test fails. */
final class OnNodeExtension implements ParameterResolver, TestExecutionExceptionHandler {
    private static final Namespace STORE = Namespace.create(OnNodeExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == NodeSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var cluster =
                context.getStore(StoreScope.LAUNCHER_SESSION, STORE)
                        .computeIfAbsent(
                                NodeCluster.class, _ -> NodeCluster.connect(), NodeCluster.class);
        return context.getStore(STORE)
                .computeIfAbsent(
                        context.getUniqueId(),
                        _ ->
                                new NodeSandbox(
                                        cluster, context.getRequiredTestClass().getSimpleName()),
                        NodeSandbox.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        var sandbox = context.getStore(STORE).get(context.getUniqueId(), NodeSandbox.class);
        if (sandbox != null) {
            System.err.println(context.getDisplayName() + " failed in:\n" + sandbox.describe());
        }
        throw failure;
    }
}
