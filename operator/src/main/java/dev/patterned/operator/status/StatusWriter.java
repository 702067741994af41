package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;

/**
 * Writes a status, in one request and only when it differs.
 *
 * <p>A JSON Patch (RFC 6902) that replaces {@code status} as a whole, not a server-side apply: an
 * apply would leave what another manager wrote there (an unknown condition, a stray row), which
 * would differ again in every pass. Its {@code test} holds it to the very object that was looked
 * at. It carries no resourceVersion, so an edit of the spec in between is no conflict.
 */
public final class StatusWriter {
    /** Apart from the children's manager: it tells who wrote the status in managedFields. */
    private static final String FIELD_MANAGER = "patterned-status";

    private static final String UID = "/metadata/uid";
    private static final int UNPROCESSABLE = 422;

    private final KubernetesClient client;

    /** Writes through that client, which stays the caller's to close. */
    public StatusWriter(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Writes the status if it differs from the one that the app carries.
     *
     * @return whether the server took it; false also when the app is gone or is another by now
     * @throws KubernetesClientException when the server refuses it for any other reason
     */
    public boolean write(PatternedApp primary, PatternedAppStatus status) {
        if (status.equals(primary.getStatus())) {
            return false;
        }
        try {
            client.resource(identity(primary))
                    .subresource("status")
                    .patch(context(), patch(primary, status));
            return true;
        } catch (KubernetesClientException e) {
            if (isGone(e)) {
                return false;
            }
            throw e;
        }
    }

    private static HasMetadata identity(PatternedApp primary) {
        var app = new PatternedApp();
        app.getMetadata().setNamespace(primary.getMetadata().getNamespace());
        app.getMetadata().setName(primary.getMetadata().getName());
        return app;
    }

    private static PatchContext context() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.JSON)
                .withFieldManager(FIELD_MANAGER)
                .build();
    }

    private String patch(PatternedApp primary, PatternedAppStatus status) {
        return client.getKubernetesSerialization()
                .asJson(
                        List.of(
                                Map.of(
                                        "op",
                                        "test",
                                        "path",
                                        UID,
                                        "value",
                                        primary.getMetadata().getUid()),
                                Map.of("op", "add", "path", "/status", "value", status)));
    }

    /**
     * Deleted, or deleted and made again under its name. A failed {@code test} and a status that
     * breaks the schema are both 422; only the latter names its causes.
     */
    private static boolean isGone(KubernetesClientException e) {
        if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
            return true;
        }
        var details = e.getStatus() == null ? null : e.getStatus().getDetails();
        return e.getCode() == UNPROCESSABLE
                && (details == null
                        || details.getCauses() == null
                        || details.getCauses().isEmpty());
    }
}
