package dev.sluice.pipelines.discover;

/** A look into one project. */
record Look(FoundProject project, Sample sample) {}
