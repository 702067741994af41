/**
 * What only real Pods can show: kubelet, scheduler, controllers and kube-proxy at work on what the
 * operator made. {@link dev.patterned.operator.node.OnNode} gives each test a namespace of its own
 * on the cluster of {@code KUBECONFIG}, and an operator in this process that watches it.
 *
 * <p>The classes end in {@code NodeTest} and run only with the Maven profile {@code node}.
 */
@NullMarked
package dev.patterned.operator.node;

import org.jspecify.annotations.NullMarked;
