/**
 * The command line, {@code patterned}: render, lint and crd without a cluster, operator against
 * one, dev with one of its own.
 *
 * <p>Exit codes: 0 fine, 1 refused or failed, 2 wrong usage. What was asked for goes to standard
 * output, everything else to standard error; a person sees sentences, never a stack trace. Commands
 * are thin: they read, call the pure half and print.
 */
@NullMarked
package dev.patterned.operator.cli;

import org.jspecify.annotations.NullMarked;
