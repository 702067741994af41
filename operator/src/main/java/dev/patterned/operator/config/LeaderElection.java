package dev.patterned.operator.config;

/**
 * One leader among several operators, by a Lease.
 *
 * @param namespace of the Lease
 * @param lease its name
 * @param identity of this process; no other may have it
 */
public record LeaderElection(String namespace, String lease, String identity) {}
