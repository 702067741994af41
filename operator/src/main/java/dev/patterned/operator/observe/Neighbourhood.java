package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/** What an app's waits concern in its namespace, as the caches have it; nothing sends a request. */
public interface Neighbourhood {
    /** The Job of that name. */
    Optional<Job> job(String name);

    /** The app of that name with its status; its spec may be missing. */
    Optional<PatternedApp> app(String name);

    /** The spec of the app of that name. */
    Optional<PatternedAppSpec> spec(String app);

    /** Names of the apps that list this Service as their own. */
    List<String> listing(String service);

    /** Whether that app has the latch of this target already. */
    boolean latched(AppId app, Target target);
}
