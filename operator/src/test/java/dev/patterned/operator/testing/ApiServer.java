package dev.patterned.operator.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against a real kube-apiserver with the CRD installed. Constructors
 * excepted, methods may ask for {@link Sandbox}, or directly for its {@code KubernetesClient} or
 * {@link AuditLog}; {@code @BeforeAll} methods get those of the class, everything else those of the
 * test.
 *
 * <p>No controller runs: nothing collects garbage, no Deployment gets a status, no namespace ever
 * vanishes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ApiServerExtension.class)
public @interface ApiServer {

    /**
     * The oldest supported server instead of the newest; only for classes named {@code
     * *CompatTest}.
     */
    boolean oldest() default false;
}
