package dev.sluice.pipelines.config;

/**
 * One mistake in a configuration file.
 *
 * @param line counted from 1
 * @param message names the key by its path; never holds a secret
 */
record Problem(int line, String message) {}
