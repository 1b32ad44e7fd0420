package dev.sluice.simulator.fault;

/**
 * Where a paged search stands.
 *
 * @param page counted from 0
 * @param token the token this page was asked for with; empty for the first page and for offsets
 */
public record Walk(String jql, int page, String token) {}
