/**
 * A real control plane on this machine: etcd and kube-apiserver, for {@code patterned dev} and for
 * tests.
 *
 * <p>Two halves. The first finds the programs for a Kubernetes release or makes them: a folder of
 * the user's, the cache, upstream's download, a build from Go modules. The second starts them on
 * loopback in a folder of their own and ends them, whatever way this JVM ends. Objects are real
 * there; no controller runs, so no Pod ever does.
 */
@NullMarked
package dev.patterned.operator.controlplane;

import org.jspecify.annotations.NullMarked;
