/**
 * How fast the operator is, beside a program that only sends the same requests.
 *
 * <p>The operator runs in a process of its own, with the memory that it has in a cluster; API
 * server, etcd, the loader and whoever creates the apps share the machine with it.
 */
@NullMarked
package dev.patterned.operator.bench;

import org.jspecify.annotations.NullMarked;
