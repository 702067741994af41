/**
 * What tests share. {@link dev.patterned.operator.testing.ApiServer} gives a test class a real
 * kube-apiserver, one for the whole run, and each test a namespace, a client and the audit log of
 * its own.
 */
@NullMarked
package dev.patterned.operator.testing;

import org.jspecify.annotations.NullMarked;
