package dev.patterned.operator.validation;

/** Looks at one thing and says all that is wrong with it; never throws for what a user wrote. */
@FunctionalInterface
interface Rule {
    void check(Subject subject, Problems problems);
}
