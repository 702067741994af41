package dev.patterned.operator.testing;

import dev.patterned.operator.controlplane.KubernetesRelease;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link ApiServer} promises. */
final class ApiServerExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace SANDBOXES = Namespace.create(ApiServerExtension.class);

    /**
     * Here and not with the first parameter, so that a build of minutes counts against no test's
     * time.
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Sandbox.class || type == KubernetesClient.class || type == AuditLog.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var sandbox = sandbox(context);
        var type = parameter.getParameter().getType();
        if (type == KubernetesClient.class) {
            return sandbox.client();
        }
        return type == AuditLog.class ? sandbox.audit() : sandbox;
    }

    private static Sandbox sandbox(ExtensionContext context) {
        // Stores look upwards: without the id in the key, a test would find its class's sandbox.
        return context.getStore(SANDBOXES)
                .computeIfAbsent(
                        context.getUniqueId(),
                        id ->
                                new Sandbox(
                                        server(context),
                                        context.getRequiredTestClass().getSimpleName()),
                        Sandbox.class);
    }

    private static SharedApiServer server(ExtensionContext context) {
        var oldest =
                AnnotationSupport.findAnnotation(
                                context.getRequiredTestClass(),
                                ApiServer.class,
                                context.getEnclosingTestClasses())
                        .orElseThrow()
                        .oldest();
        return SharedApiServer.of(
                context, oldest ? KubernetesRelease.OLDEST : KubernetesRelease.NEWEST);
    }
}
