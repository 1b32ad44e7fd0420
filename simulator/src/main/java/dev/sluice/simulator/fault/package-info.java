/**
 * What goes wrong on request. Each fault is one class that overrides the moments it disturbs; the
 * catalogue names them all and says what each does.
 *
 * <p>Which trap for a reader of Jira is laid by what; the numbers are those in the names of the
 * tests that walk into them. Where no fault is named, the simulator does it of itself, as Jira
 * does.
 *
 * <table>
 * <caption>Traps</caption>
 * <tr><th>trap</th><th>laid by</th></tr>
 * <tr><td>1 lists empty for a lost login</td><td>{@code anonymous}, {@code anonymous-after}</td></tr>
 * <tr><td>2-5 literals: zones, quotes, minutes, clock changes</td><td>the zones of the site</td></tr>
 * <tr><td>6 issue that never rests</td><td>{@code LiveSite.edit} before each request</td></tr>
 * <tr><td>7 rows leave and enter between pages</td>
 *     <td>{@code leaving-rows}, {@code entering-rows}, or {@code LiveWork} for rows that are found
 *     again elsewhere</td></tr>
 * <tr><td>8 index behind, issues vanish</td><td>{@code index-lag}, {@code vanishing}</td></tr>
 * <tr><td>9 wrong clocks</td><td>{@code clock-skew}, {@code date-skew}</td></tr>
 * <tr><td>10 short and empty pages</td><td>{@code short-pages}, {@code empty-pages}</td></tr>
 * <tr><td>11 isLast</td><td>{@code no-last}, {@code lying-last}, {@code lying-more}</td></tr>
 * <tr><td>12 the same token for ever</td><td>{@code repeated-token}, {@code stuck-token}</td></tr>
 * <tr><td>13 walk ends early</td><td>{@code early-end}</td></tr>
 * <tr><td>13, 14 count and rows differ</td>
 *     <td>{@code count-off}; for good by {@code hidden-issues}</td></tr>
 * <tr><td>15-17 default fields, caps, split histories</td><td>of itself; {@code Limits}</td></tr>
 * <tr><td>18 size of a page</td><td>{@code lowered-pages}, {@code long-pages}</td></tr>
 * <tr><td>19 total changes</td><td>{@code drifting-total}, {@code LiveWork}</td></tr>
 * <tr><td>20 offsets end</td><td>{@code result-window}</td></tr>
 * <tr><td>21 ties</td><td>{@code shuffled-ties}</td></tr>
 * <tr><td>22-25 refused and senseless queries, token in the address</td><td>of itself</td></tr>
 * <tr><td>26 permission lost</td>
 *     <td>{@code LiveSite.hide}, {@code LiveSite.hideProject}</td></tr>
 * <tr><td>27, 28 moved</td><td>{@code LiveSite.move}</td></tr>
 * <tr><td>29 deleted</td><td>{@code LiveSite.delete}</td></tr>
 * <tr><td>30 archived</td>
 *     <td>{@code LiveSite.archive}, {@code LiveSite.archiveProject}</td></tr>
 * <tr><td>31 worklogs changed or gone alone</td>
 *     <td>{@code LiveSite.editWorklog} and {@code deleteWorklog} without a trail; many at one
 *     instant under a clock that stands still</td></tr>
 * <tr><td>46 token too old</td><td>{@code expired-token}</td></tr>
 * <tr><td>66 stamps in the future</td><td>{@code future-stamps}</td></tr>
 * </table>
 */
@NullMarked
package dev.sluice.simulator.fault;

import org.jspecify.annotations.NullMarked;
