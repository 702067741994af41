package dev.patterned.operator.model;

/**
 * A small file that the spec brings along for main.
 *
 * @param path absolute and clean: no two files have one path, and none is below another
 * @param content its text
 */
public record AppFile(String path, String content) {}
