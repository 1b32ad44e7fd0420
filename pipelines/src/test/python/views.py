"""Says what the views ought to answer, from the issues themselves.

Written from the questions and caveats of the views, not from their SQL. Moments are microseconds
since 1970 in UTC, days are counted from 1970. Sprints are those of table `sprint`, and the category
of a status is that of today, as table `status` has it.
"""

import children
import jira_source

DAY = 86_400_000_000
CAMPAIGN_TYPES = ("Campaign", "Epic")
STORY_POINTS = ("story_points", "story_point_estimate", "story_points_estimate")
# Roles that none of the recorded sites has a column for; views of a site that has are not covered.
UNCOVERED = (
    "launch_date",
    "campaign_launch_date",
    "planned_launch",
    "go_live_date",
    "go_live",
    "actual_launch",
    "launched",
    "campaign_budget",
    "budget",
    "planned_budget",
    "media_budget",
)
HIGHEST = 3


class Issue:
    """What the views need of an issue."""

    def __init__(self, issue, history, site):
        fields = issue["fields"]
        self.id, self.key = str(issue["id"]), issue["key"]
        self.summary, self.created = fields.get("summary"), history.created
        self.project_key = (fields.get("project") or {}).get("key")
        kind = fields.get("issuetype") or {}
        self.type, self.is_subtask = kind.get("name"), kind.get("subtask") is True
        self.parent_id = children.text((fields.get("parent") or {}).get("id"))
        status = fields.get("status") or {}
        self.status_id = children.text(status.get("id"))
        self.category = (status.get("statusCategory") or {}).get("key")
        self.assignee_id = jira_source.identity(site.edition, fields.get("assignee"))
        self.due = jira_source.day(fields.get("duedate"))
        estimate = fields.get("timeoriginalestimate")
        twin = (fields.get("timetracking") or {}).get("originalEstimateSeconds")
        self.planned = (twin if estimate is None else estimate) or 0
        self.stays = history.status_intervals()
        self.sprints = history.sprint_intervals()
        self.aliases = history.key_aliases()
        self.worklogs = children.worklogs(issue, site)
        self.links = children.links(issue, site)
        by_column = {column: field_id for field_id, column in site.catalogue.columns.items()}
        self.epic_key = fields.get(by_column.get("epic_link"))
        role = next((by_column[one] for one in STORY_POINTS if one in by_column), None)
        self.points = float(fields.get(role) or 0)

    def first(self, category):
        """When it first entered a status of the category."""
        entered = [stay["entered_at"] for stay in self.stays if stay["status_category"] == category]
        return min(entered, default=None)

    def logged(self):
        return sum(worklog["time_spent_seconds"] or 0 for worklog in self.worklogs)

    def at(self, moment):
        """The stays it was in at a moment."""
        return [
            stay
            for stay in self.stays
            if stay["entered_at"] <= moment < _or(stay["left_at"], moment + 1)
        ]


class Views:
    """The answers of all views, row by row under their keys."""

    def __init__(self, site, loaded):
        """`loaded`: the end of the last interval that was loaded."""
        self.site, self.loaded = site, loaded
        self.issues = {}

    def note(self, issue, history):
        self.issues[str(issue["id"])] = Issue(issue, history, self.site)

    def uncovered(self):
        return sorted(set(self.site.catalogue.columns.values()) & set(UNCOVERED))

    def issue_campaign(self):
        by_key = {issue.key: issue.id for issue in self.issues.values()}
        moved = {
            alias["old_key"]: issue.id for issue in self.issues.values() for alias in issue.aliases
        }

        def above(issue):
            way = (issue.parent_id, by_key.get(issue.epic_key), moved.get(issue.epic_key))
            return self.issues.get(next((one for one in way if one is not None), None))

        rows = {}
        for issue in self.issues.values():
            campaign = issue if issue.type in CAMPAIGN_TYPES else None
            step = issue
            for _ in range(HIGHEST):
                step = above(step) if step is not None else None
                if step is not None and step.type in CAMPAIGN_TYPES:
                    campaign = step
            rows[(issue.id,)] = {
                "project_key": issue.project_key,
                "campaign_id": campaign.id if campaign else None,
                "campaign_key": campaign.key if campaign else None,
                "campaign": campaign.summary if campaign else None,
            }
        return rows

    def time_in_status(self):
        rows = {}
        for issue in self.issues.values():
            own = {}
            for stay in issue.stays:
                row = own.setdefault((issue.id, stay["status_id"]), {"visits": 0, "seconds": 0})
                until = _or(stay["left_at"], self.loaded)
                row["visits"] += 1
                row["seconds"] += max(seconds(stay["entered_at"], until), 0)
                row["first_entered_at"] = min(
                    row.get("first_entered_at", stay["entered_at"]), stay["entered_at"]
                )
                row["status_category"] = stay["status_category"]
                row["is_current"] = stay["status_id"] == issue.status_id
            open_ = sum(row["seconds"] for row in own.values() if not _is_done(row))
            for row in own.values():
                share = None if _is_done(row) or not open_ else row["seconds"] / open_
                row["share_of_lead_time"] = share
            rows.update(own)
        return rows

    def cycle_time(self):
        rows = {}
        for issue in self.issues.values():
            begun, done = issue.first("indeterminate"), issue.first("done")
            before, reopened, last = None, 0, None
            for stay in issue.stays:
                reopened += before is not None and _is_done(before) and not _is_done(stay)
                if _is_done(stay) and (before is None or not _is_done(before)):
                    last = max(_or(last, stay["entered_at"]), stay["entered_at"])
                before = stay
            worked = begun is not None and done is not None and begun < done
            rows[(issue.id,)] = {
                "first_in_progress_at": begun,
                "first_done_at": done,
                "last_done_at": last,
                "lead_seconds": None if done is None else seconds(issue.created, done),
                "cycle_seconds": seconds(begun, done) if worked else None,
                "reopened": reopened,
                "is_done": None if issue.category is None else issue.category == "done",
            }
        return rows

    def sprint_velocity(self):
        members = {}
        for issue in self.issues.values():
            for stay in issue.sprints if not issue.is_subtask else ():
                members.setdefault(stay["sprint_id"], {}).setdefault(issue.id, []).append(stay)
        rows = {}
        for id_, sprint in self.site.warehouse.dimensions.get("sprint", {}).items():
            start = sprint["start_date"]
            if start is not None and start <= self.loaded:
                row = self._velocity(start, _or(sprint["complete_date"], self.loaded), members, id_)
                if sprint["complete_date"] is None:
                    row["carried_over_issues"] = row["carried_over_points"] = None
                rows[(id_,)] = row
        return rows

    def _velocity(self, start, closed, members, sprint_id):
        kinds = ("committed", "added", "removed", "completed", "carried_over")
        row = {f"{kind}_{what}": 0 for kind in kinds for what in ("issues", "points")}
        for issue_id, stays in members.get(sprint_id, {}).items():
            inside = [
                stay
                for stay in stays
                if stay["added_at"] <= closed and _or(stay["removed_at"], start + 1) > start
            ]
            if not inside:
                continue
            issue = self.issues[issue_id]
            committed = any(stay["added_at"] <= start for stay in inside)
            stayed = any(_or(stay["removed_at"], closed) >= closed for stay in inside)
            done = any(_is_done(stay) for stay in issue.at(closed))
            ended = "removed" if not stayed else "completed" if done else "carried_over"
            for kind in ("committed" if committed else "added", ended):
                row[kind + "_issues"] += 1
                row[kind + "_points"] += issue.points
        return row

    def resource_allocation(self):
        places = self.issue_campaign()
        rows = {}

        def add(person, day, issue, column, value):
            place = places[(issue.id,)]
            # The first of January 1970 was a Thursday.
            week = day - (day + 3) % 7
            key = (person, week, issue.project_key, place["campaign_id"])
            row = rows.setdefault(key, {"planned_hours": 0, "actual_hours": 0})
            row[column] += value

        for issue in self.issues.values():
            if issue.planned > 0:
                begun = issue.first("indeterminate")
                day = _or(issue.due, _or(begun, issue.created) // DAY)
                add(issue.assignee_id, day, issue, "planned_hours", issue.planned)
            for worklog in issue.worklogs:
                spent = worklog["time_spent_seconds"] or 0
                day = worklog["started"] // DAY
                add(worklog["author_id"], day, issue, "actual_hours", spent)
        return {key: {name: row[name] / 3600 for name in row} for key, row in rows.items()}

    def _campaigns(self):
        """Campaign -> the issues below it, itself among them."""
        campaigns = {}
        for (issue_id,), place in self.issue_campaign().items():
            if place["campaign_id"] is not None:
                campaigns.setdefault(place["campaign_id"], []).append(self.issues[issue_id])
        # A campaign below another one is a part of that.
        return {
            self.issues[one]: issues
            for one, issues in campaigns.items()
            if any(issue.id == one for issue in issues)
        }

    def campaign_delivery(self):
        rows = {}
        for campaign, issues in self._campaigns().items():
            launch = campaign.first("done")
            until = self.loaded
            if launch is not None:
                until = min(until, (launch // DAY + 1) * DAY)
            waited = {}
            for stay in (stay for issue in issues for stay in issue.stays):
                if stay["status_category"] == "indeterminate":
                    spent = seconds(
                        stay["entered_at"], min(_or(stay["left_at"], self.loaded), until)
                    )
                    waited[stay["status"]] = waited.get(stay["status"], 0) + max(spent, 0)
            cost = min(
                ((-spent, status) for status, spent in waited.items() if spent),
                default=(None, None),
            )
            rows[(campaign.id,)] = {
                "actual_launch": None if launch is None else launch // DAY,
                "costliest_status": cost[1],
                "costliest_status_days": None if cost[0] is None else -cost[0] / 86400,
                "sprints_slipped": len(self._slipped(issues)),
                "planned_hours": sum(issue.planned for issue in issues) / 3600,
                "actual_hours": sum(issue.logged() for issue in issues) / 3600,
                "issues": len(issues),
                "done_issues": sum(issue.category == "done" for issue in issues),
                "open_blockers": len(self._blockers(issues)),
            }
        return rows

    def _slipped(self, issues):
        sprints = self.site.warehouse.dimensions.get("sprint", {})
        slipped = set()
        for issue in issues:
            for stay in issue.sprints:
                closed = sprints.get(stay["sprint_id"], {}).get("complete_date")
                inside = closed is not None and (
                    stay["added_at"] <= closed <= _or(stay["removed_at"], closed)
                )
                if inside and any(not _is_done(one) for one in issue.at(closed)):
                    slipped.add(stay["sprint_id"])
        return slipped

    def _blockers(self, issues):
        blockers = set()
        for issue in issues:
            for link in issue.links if issue.category != "done" else ():
                other = self.issues.get(link["related_issue_id"])
                is_blocked = link["relationship"] == "is blocked by" and other is not None
                if is_blocked and other.category != "done":
                    blockers.add(other.id)
        return blockers

    def campaign_day(self):
        rows = {}
        today = self.loaded // DAY
        for campaign, issues in self._campaigns().items():
            done = campaign.first("done")
            launch = None if done is None else done // DAY
            first = campaign.created // DAY
            last = max(first, min(_or(launch, today), today))
            logged = {}
            for worklog in (one for issue in issues for one in issue.worklogs):
                day = max(worklog["started"] // DAY, first)
                logged[day] = logged.get(day, 0) + (worklog["time_spent_seconds"] or 0)
            to_date = 0
            for day in range(first, last + 1):
                to_date += logged.get(day, 0)
                evening = (day + 1) * DAY
                status = next((one for one in reversed(campaign.at(evening - 1))), None)
                rows[(campaign.id, day)] = {
                    "status": status["status"] if status else None,
                    "hours": logged.get(day, 0) / 3600,
                    "hours_to_date": to_date / 3600,
                    "is_launched": launch is not None and launch <= day,
                }
        return rows


def seconds(since, until):
    """Whole seconds between two moments, cut and not rounded."""
    apart = abs(until - since) // 1_000_000
    return apart if until >= since else -apart


def _is_done(stay):
    return stay["status_category"] == "done"


def _or(value, other):
    return other if value is None else value
