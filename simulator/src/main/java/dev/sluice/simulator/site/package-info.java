/** What the simulated Jira holds: a seeded marketing department, or real issues read from files. */
@NullMarked
package dev.sluice.simulator.site;

import org.jspecify.annotations.NullMarked;
