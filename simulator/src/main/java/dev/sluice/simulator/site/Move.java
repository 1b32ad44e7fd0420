package dev.sluice.simulator.site;

import java.time.Instant;

/** An issue went to another project and got the key that was next there. */
record Move(Instant at, Department from, String oldKey, Department to, String newKey) {}
