package dev.sluice.transforms.store;

import java.util.Optional;

/**
 * A small file as it was read, to be replaced only while nobody else has.
 *
 * @param content empty when there was no file
 * @param generation which state of the file it is, where the store tells states apart
 */
public record Snapshot(Optional<byte[]> content, long generation) {}
