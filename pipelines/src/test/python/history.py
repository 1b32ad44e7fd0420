"""Replays the changelog of an issue and says which rows its history ought to have.

Written from the contract of the tables and from how Jira writes its changelogs, not from the
product. A changelog is replayed by time, then by the number of the history.
"""

from dataclasses import dataclass

from agreement import differs, ids_of, member, members_differ, number
from children import named, text
from jira_source import identity, instant

# Field -> how changelogs write it, and the name they give it. Only fields that people change.
FOLLOWED = {
    "assignee": ("person", "assignee"),
    "components": ("members", "Component"),
    "description": ("rich", "description"),
    "duedate": ("due", "duedate"),
    "environment": ("rich", "environment"),
    "fixVersions": ("members", "Fix Version"),
    "issuekey": ("text", "Key"),
    "issuetype": ("reference", "issuetype"),
    "labels": ("words", "labels"),
    "parent": ("issue", "Parent"),
    "priority": ("reference", "priority"),
    "project": ("reference", "project"),
    "reporter": ("person", "reporter"),
    "resolution": ("reference", "resolution"),
    "security": ("reference", "security"),
    "status": ("reference", "status"),
    "summary": ("text", "summary"),
    "timeestimate": ("seconds", "timeestimate"),
    "timeoriginalestimate": ("seconds", "timeoriginalestimate"),
    "timespent": ("seconds", "timespent"),
    "versions": ("members", "Version"),
}
# What changelogs call fields besides; some have lists of their own instead of a value.
OTHER_NAMES = {
    "type": "issuetype",
    "issue type": "issuetype",
    "issueparentassociation": "parent",
    "link": "issuelinks",
    "attachment": "attachment",
    "comment": "comment",
}
SYSTEM_NAMES = {
    **OTHER_NAMES,
    **{field_id.lower(): field_id for field_id in FOLLOWED},
    **{name.lower(): field_id for field_id, (_, name) in FOLLOWED.items()},
}
EMPTY = (None, None)


@dataclass(frozen=True)
class Change:
    """One item of a changelog, or a value at creation; `before` and `after` are (id, text)."""

    history: str
    item: int
    time: int | None
    author: str | None
    field_id: str | None
    name: str | None
    type: str | None
    before: tuple
    after: tuple


class History:
    def __init__(self, issue, site):
        self.issue, self.site = issue, site
        self.fields = issue["fields"]
        self.created = instant(self.fields.get("created"))
        self.creator = identity(site.edition, self.fields.get("creator"))
        self.changes = list(self._changes())
        self.by_field = {}
        for change in sorted(self.changes, key=_moment):
            self.by_field.setdefault(change.field_id, []).append(change)
        self.at_creation = []
        self.inexact = {}
        for field_id, kind, name, type_ in site.catalogue.followed:
            self._follow(field_id, kind, name, type_)

    def _changes(self):
        for history in histories(self.issue):
            for item, content in enumerate(history.get("items", ())):
                yield Change(
                    text(history.get("id")),
                    item,
                    instant(history.get("created")),
                    identity(self.site.edition, history.get("author")),
                    self._field_of(content),
                    content.get("field"),
                    content.get("fieldtype"),
                    self._side(content, "from", "fromString", "tmpFromAccountId"),
                    self._side(content, "to", "toString", "tmpToAccountId"),
                )

    def _side(self, content, id_, words, account):
        person = content.get(account) if self.site.edition == "cloud" else None
        return text(person or content.get(id_)), text(content.get(words))

    def _field_of(self, content):
        if content.get("fieldId"):
            return content["fieldId"]
        if content.get("fieldtype") == "custom":
            return self.site.catalogue.by_name.get(content.get("field"))
        return SYSTEM_NAMES.get(str(content.get("field")).lower())

    def value(self, field_id):
        """The current value as JSON; a field the issue does not have is not None but Ellipsis."""
        return self.issue["key"] if field_id == "issuekey" else self.fields.get(field_id, ...)

    def _follow(self, field_id, kind, name, type_):
        changes, value = self.by_field.get(field_id, ()), self.value(field_id)
        if not changes and value is ...:
            return
        if kind == "members":
            members = [named(one, "reference", self.site.edition) for one in _listed(value)]
            first = _members_at_creation(members, changes)
            imported = any(change.name == "ProjectImport" for change in self.changes)
            reason = None if value is ... else members_differ(members, changes, imported)
        else:
            now = self.written(kind, value)
            if changes:
                first = [changes[0].before]
            else:
                first = [] if kind == "rich" or now is None else [now]
            reason = None
            if changes and value is not ...:
                reason = differs(kind, changes[-1].after, now, value)
        if reason is not None:
            self.inexact[field_id] = reason
        shown = changes[0].name if changes else name
        for one in first:
            if any(one):
                self.at_creation.append(self._initial(field_id, shown, type_, one))

    def _initial(self, field_id, name, type_, value):
        return Change(
            "initial",
            len(self.at_creation),
            self.created,
            self.creator,
            field_id,
            name,
            type_,
            EMPTY,
            value,
        )

    def written(self, kind, value):
        """A current value as a changelog writes it; None where no changelog could say it."""
        if value is None or value is ...:
            return EMPTY
        if kind == "rich":
            # Cloud shows documents, and changelogs wiki text: nothing to compare.
            is_document = self.site.edition == "cloud" or isinstance(value, dict)
            return None if is_document else (None, text(value))
        if kind == "text":
            return None if isinstance(value, (dict, list)) else (None, text(value))
        if kind == "number":
            return None, number(str(value))
        if kind in ("seconds", "day", "instant"):
            return text(value), text(value)
        if kind == "due":
            return text(value), f"{value} 00:00:00.0"
        if kind == "issue":
            return text(value.get("id")), value.get("key")
        if kind == "words":
            return None, " ".join(text(word) for word in value)
        if kind == "cascading":
            child = value.get("child")
            parent = f"Parent values: {value.get('value')}({value.get('id')})"
            inner = f"Level 1 values: {child.get('value')}({child.get('id')})" if child else ""
            return None, parent + inner
        if kind == "sprints":
            return _joined([named(one, "sprint", self.site.edition) for one in value], "{}", ", ")
        if kind.startswith("list "):
            elements = [named(one, kind[5:], self.site.edition) for one in value]
            return _joined(elements, "[{}]", ",")
        kinds = {"person": "user", "reference": "reference", "option": "option", "group": "group"}
        return named(value, kinds[kind], self.site.edition) if kind in kinds else None

    def field_history(self):
        rows = []
        for change in self.at_creation + self.changes:
            rows.append(
                {
                    "issue_id": str(self.issue["id"]),
                    "history_id": change.history,
                    "item": change.item,
                    "time": change.time,
                    "author_id": change.author,
                    "field_id": change.field_id,
                    "field_name": change.name,
                    "field_type": change.type,
                    "from_id": change.before[0],
                    "from_text": change.before[1],
                    "to_id": change.after[0],
                    "to_text": change.after[1],
                    "is_initial": change.history == "initial",
                }
            )
        return rows

    def _steps(self, field_id, kind):
        """The values of a field from creation on: (value, time, author)."""
        changes, value = self.by_field.get(field_id, ()), self.value(field_id)
        if not changes and value is ...:
            return []
        now = self.written(kind, value)
        first = changes[0].before if changes else now
        steps = [(first, self.created, self.creator)]
        steps += [(change.after, change.time, change.author) for change in changes]
        if field_id not in self.inexact and value is not ...:
            # Old changelogs know people by their login, and names change: the last value is the
            # issue's own.
            steps[-1] = (now, *steps[-1][1:])
        return steps

    def status_intervals(self):
        return self._intervals("status", "reference", ("status_id", "status", "status_category"))

    def assignee_intervals(self):
        return self._intervals("assignee", "person", ("assignee_id", "assignee"))

    def _intervals(self, field_id, kind, names):
        kept = []
        for step in self._steps(field_id, kind):
            # A change to the value the field has already ends nothing.
            if not kept or _identity_of(kept[-1][0]) != _identity_of(step[0]):
                kept.append(step)
        rows = []
        for position, (value, time, author) in enumerate(kept):
            left = kept[position + 1][1] if position + 1 < len(kept) else None
            shown = (value[0] or None, value[1] or None, self._category(value[0]))
            rows.append(
                {
                    "issue_id": str(self.issue["id"]),
                    "position": position,
                    **dict(zip(names, shown, strict=False)),
                    "entered_at": time,
                    "left_at": left,
                    "seconds": None if left is None or left < time else (left - time) // 1_000_000,
                    "author_id": author,
                    "is_current": position + 1 == len(kept),
                }
            )
        return rows

    def _category(self, status_id):
        own = self.fields.get("status") or {}
        if text(own.get("id")) == status_id and own.get("statusCategory"):
            return own["statusCategory"].get("key")
        return self.site.warehouse.dimensions["status"].get(status_id, {}).get("status_category")

    def sprint_intervals(self):
        rows, names = [], {}
        for field_id in self.site.catalogue.sprint_fields:
            steps = self._steps(field_id, "sprints")
            for value, _, _ in steps:
                ids, words = ids_of(value[0]), (value[1] or "").split(", ")
                names.update(zip(ids, words, strict=True) if len(ids) == len(words) else ())
            for sprint in _listed(self.value(field_id)):
                sprint_id, name = named(sprint, "sprint", self.site.edition)
                names[sprint_id] = name
            rows += self._memberships(steps, len(rows), names)
        return rows

    def _memberships(self, steps, position, names):
        rows, open_ = [], {}
        for value, time, author in steps:
            ids = ids_of(value[0])
            for gone in [one for one in open_ if one not in ids]:
                open_.pop(gone).update(removed_at=time, is_current=False)
            for added in ids:
                if added not in open_:
                    open_[added] = {
                        "issue_id": str(self.issue["id"]),
                        "sprint_id": added,
                        "position": position + len(rows),
                        "sprint": names.get(added),
                        "added_at": time,
                        "removed_at": None,
                        "author_id": author,
                        "is_current": True,
                    }
                    rows.append(open_[added])
        return rows

    def key_aliases(self):
        until = {}
        for change in self.by_field.get("issuekey", ()):
            if change.before[1] and change.before[1] != self.issue["key"]:
                until[change.before[1]] = change.time
        return [
            {
                "old_key": old,
                "issue_id": str(self.issue["id"]),
                "key": self.issue["key"],
                "valid_until": time,
            }
            for old, time in until.items()
        ]


def histories(issue):
    changelog = issue.get("changelog")
    found = changelog.get("histories") if isinstance(changelog, dict) else None
    return found if isinstance(found, list) else []


def _moment(change):
    is_number = str(change.history).isdigit()
    return change.time, int(change.history) if is_number else float("inf"), change.item


def _listed(value):
    return value if isinstance(value, list) else []


def _joined(elements, form, separator):
    names = separator.join(name for _, name in elements if name is not None)
    if not names:
        return EMPTY
    return form.format(", ".join(id_ for id_, _ in elements if id_ is not None)), names


def _identity_of(value):
    return (value[0],) if value[0] else (None, value[1] or None)


def _members_at_creation(members, changes):
    """Takes the changes back, the last one first."""
    there = {member(one): one for one in members}
    for change in reversed(changes):
        if any(change.after):
            there.pop(member(change.after), None)
        if any(change.before):
            there[member(change.before)] = change.before
    seen = [member(change.before) for change in changes if any(change.before)]
    return sorted(
        there.values(),
        key=lambda one: (0, seen.index(member(one))) if member(one) in seen else (1, 0),
    )
