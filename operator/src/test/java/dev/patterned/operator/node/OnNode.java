package dev.patterned.operator.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class on the cluster that {@code KUBECONFIG} names, with the CRD installed.
 * Methods may ask for a {@link NodeSandbox}; without {@code KUBECONFIG} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnNodeExtension.class)
@interface OnNode {}
