package dev.patterned.operator.model;

/**
 * The object that an app came from.
 *
 * @param name at most 40 characters, so that derived names stay below 63
 * @param uid empty offline, where no server has given one
 */
public record AppId(String namespace, String name, String uid) {}
