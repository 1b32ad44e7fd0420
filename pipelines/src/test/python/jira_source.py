"""Reads files of real issues and says what each column of table `issue` ought to hold.

Written from the contract of the tables and from what Jira's JSON means, not from the product.
"""

import gzip
import json
import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MICROSECOND = timedelta(microseconds=1)
ABSENT = (None, "", [], {})
MISFIT = object()

# Fields whose content other tables or other columns carry.
ELSEWHERE = {
    "comment": "table comment, comment_count",
    "worklog": "table worklog, worklog_count",
    "attachment": "table attachment, attachment_count",
    "issuelinks": "table issue_link, link_count",
    "subtasks": "the sub-tasks' own rows, subtask_count",
    "timetracking": "the columns of seconds",
    "progress": "computed from time spent and estimates",
    "aggregateprogress": "computed from time spent and estimates",
    "statusCategory": "a copy of status.statusCategory",
    "thumbnail": "no data",
}

STAMP = re.compile(
    r"(\d{4,6})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*"
    r"(Z|[+-]\d\d:?(?:\d\d)?)?$"
)
SPRINT_MEMBERS = (
    "id|rapidViewId|state|name|startDate|endDate|completeDate|activatedDate|sequence|goal"
    "|autoStartStop|synced"
)


class Source:
    """Files of issues, read twice: once to see what is there, once to compare."""

    def __init__(self, paths, note=lambda issue: None):
        """Shows every issue to `note`, older versions of the same issue too."""
        self.paths = paths
        best = {}
        for position, issue in enumerate(_all_issues(paths)):
            note(issue)
            version = instant(issue["fields"].get("updated")) or 0
            known = best.get(str(issue["id"]))
            if known is None or version >= known[0]:
                best[str(issue["id"])] = (version, position)
        self.positions = {position for _, position in best.values()}

    def issues(self):
        """Yields each issue once, the newest version of it."""
        for position, issue in enumerate(_all_issues(self.paths)):
            if position in self.positions:
                yield issue


def _all_issues(paths):
    for path in paths:
        opened = gzip.open if str(path).endswith(".gz") else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield from _issues_of(json.loads(line, parse_float=Decimal))


def _issues_of(answer):
    """A line is an issue, a page of a search, or a recording with either as its body."""
    is_recording = "fields" not in answer and isinstance(answer.get("body"), (dict, list))
    if is_recording:
        answer = answer["body"]
    if not isinstance(answer, dict):
        return
    many = answer.get("issues") if "fields" not in answer else None
    for issue in many if isinstance(many, list) else [answer]:
        # Jira's ids are numbers; some recordings hold ids that another tool made up.
        is_issue = str(issue.get("id", "")).isdigit() and "key" in issue
        if is_issue and isinstance(issue.get("fields"), dict):
            stamps = [instant(issue["fields"].get(name)) for name in ("created", "updated")]
            # Of what a recording holds, some issues were only part of another answer.
            if not is_recording or None not in stamps:
                yield issue


def is_absent(field_id, value):
    """Whether the field says nothing; an empty restriction restricts nobody."""
    if field_id == "issuerestriction" and isinstance(value, dict):
        return value.get("issuerestrictions") in ABSENT
    return value in ABSENT


def at(*path):
    def value(issue):
        node = issue["fields"]
        for name in path:
            node = node.get(name) if isinstance(node, dict) else None
        return node

    return value


def first(*ways):
    return lambda issue: next((v for v in (way(issue) for way in ways) if v is not None), None)


def size(field_id, inner=None):
    """How many children the server has: of a paged list it tells what the file holds."""

    def value(issue):
        children = issue["fields"].get(field_id)
        if inner is not None and isinstance(children, dict):
            children = children.get(inner, [])
        return len(children) if isinstance(children, list) else None

    return value


def histories(issue):
    changelog = issue.get("changelog")
    entries = changelog.get("histories") if isinstance(changelog, dict) else None
    return len(entries) if isinstance(entries, list) else 0


def person_id(edition, field_id):
    return lambda issue: identity(edition, issue["fields"].get(field_id))


def identity(edition, person):
    if not isinstance(person, dict):
        return None
    order = ("accountId", "key", "name") if edition == "cloud" else ("key", "name", "accountId")
    return next((person[name] for name in order if isinstance(person.get(name), str)), None)


def system_columns(edition):
    """Column -> (field whose raw value belongs in `extra` if it does not fit, how to find it)."""
    columns = {
        "id": (None, lambda issue: issue["id"]),
        "key": (None, lambda issue: issue["key"]),
        "is_subtask": ("issuetype", at("issuetype", "subtask")),
        "hierarchy_level": ("issuetype", at("issuetype", "hierarchyLevel")),
        "project_key": ("project", at("project", "key")),
        "project_name": ("project", at("project", "name")),
        "parent_key": ("parent", at("parent", "key")),
        "status_category": ("status", at("status", "statusCategory", "key")),
        "security_level": ("security", at("security", "name")),
        "votes": ("votes", at("votes", "votes")),
        "watchers": ("watches", at("watches", "watchCount")),
        "comment_count": ("comment", size("comment", "comments")),
        "worklog_count": ("worklog", size("worklog", "worklogs")),
        "attachment_count": ("attachment", size("attachment")),
        "link_count": ("issuelinks", size("issuelinks")),
        "subtask_count": ("subtasks", size("subtasks")),
        "history_count": (None, histories),
    }
    for column, field_id in {
        "project_id": "project",
        "issue_type_id": "issuetype",
        "parent_id": "parent",
        "status_id": "status",
        "priority_id": "priority",
        "resolution_id": "resolution",
    }.items():
        columns[column] = (field_id, at(field_id, "id"))
    for column, field_id in {
        "issue_type": "issuetype",
        "status": "status",
        "priority": "priority",
        "resolution": "resolution",
    }.items():
        columns[column] = (field_id, at(field_id, "name"))
    for role in ("assignee", "reporter", "creator"):
        columns[role + "_id"] = (role, person_id(edition, role))
        columns[role] = (role, at(role, "displayName"))
    for column, field_id in {
        "summary": "summary",
        "description": "description",
        "environment": "environment",
        "status_category_changed": "statuscategorychangedate",
        "resolved": "resolutiondate",
        "created": "created",
        "updated": "updated",
        "last_viewed": "lastViewed",
        "due_date": "duedate",
        "labels": "labels",
        "components": "components",
        "fix_versions": "fixVersions",
        "affects_versions": "versions",
        "aggregate_original_estimate_seconds": "aggregatetimeoriginalestimate",
        "aggregate_remaining_estimate_seconds": "aggregatetimeestimate",
        "aggregate_time_spent_seconds": "aggregatetimespent",
        "work_ratio": "workratio",
    }.items():
        columns[column] = (field_id, at(field_id))
    for column, field_id, twin in (
        ("original_estimate_seconds", "timeoriginalestimate", "originalEstimateSeconds"),
        ("remaining_estimate_seconds", "timeestimate", "remainingEstimateSeconds"),
        ("time_spent_seconds", "timespent", "timeSpentSeconds"),
    ):
        columns[column] = (field_id, first(at(field_id), at("timetracking", twin)))
    return columns


def instant(value):
    """Microseconds since 1970 in UTC; None for what is no instant."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value * 1000
    match = STAMP.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        # Python ends at the year 9999; the calendar repeats every 400 years.
        cycles = max(0, (int(year) - 9600) // 400)
        moment = datetime(
            int(year) - 400 * cycles,
            int(month),
            int(day),
            int(hour),
            int(minute),
            int(second or 0),
            tzinfo=timezone.utc,
        )
    except ValueError:
        return None
    micros = (moment - EPOCH) // MICROSECOND + cycles * 146_097 * 86_400_000_000
    micros += int((fraction or "0").ljust(9, "0")) // 1000
    return micros - _offset_seconds(offset) * 1_000_000


def _offset_seconds(offset):
    if offset in (None, "Z"):
        return 0
    digits = offset[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4] or 0) * 60
    return -seconds if offset[0] == "-" else seconds


def day(value):
    """Days since 1970; the text must be a date and nothing else."""
    try:
        return (date.fromisoformat(value) - EPOCH.date()).days if len(value) == 10 else None
    except (TypeError, ValueError):
        return None


def sprint_object(value):
    """A sprint as an object, also when Data Center sent the text of a Java object."""
    if isinstance(value, dict):
        return value
    match = re.search(r"\[(.*)\]\s*$", value, re.DOTALL) if isinstance(value, str) else None
    if match is None:
        return None
    parts = re.split(rf",(?=(?:{SPRINT_MEMBERS})=)", match.group(1))
    pairs = (part.split("=", 1) for part in parts if "=" in part)
    sprint = {name: None if text in ("<null>", "") else text for name, text in pairs}
    # Objects say `active` where the text says ACTIVE; a column has one word for it.
    return {**sprint, "state": (sprint.get("state") or "").lower() or None}
