"""Whether the last change of a field ends at the value the issue has, and if not, why.

Values are pairs of id and text, as changelogs write them; `now` is the current one in that form.
"""

import re
from decimal import Decimal

from jira_source import instant


def ids_of(list_):
    """Ids of a list, which changelogs write `[1, 2]`, `1, 2` or `1,2`."""
    return [one for one in re.split(r"[\[\],\s]+", list_ or "") if one]


def number(digits):
    try:
        number = Decimal(digits.strip())
    except ArithmeticError:
        return digits
    return f"{number.normalize():f}" if number else "0"


def member(value):
    return value[0] or value[1]


def members_differ(members, changes, is_imported):
    """Why the changes of single members do not end at the members there are; None if they do."""
    now = {member(one) for one in members}
    last = {}
    for change in changes:
        for value, there in ((change.before, False), (change.after, True)):
            if any(value):
                last[member(value)] = there
    if all(there == (one in now) for one, there in last.items()):
        return None
    if is_imported:
        return "other ids since a project import, which the changelog does not say"
    return "members came or went without a change that says so"


def differs(kind, last, now, value):
    """Why the last change does not end at the value the issue has; None if it does."""
    if now is None or _alike(kind, last, now, value):
        return None
    if not any(now):
        return "empty now, without a change that emptied it"
    if not any(last):
        return "set now, without a change that set it"
    return "another value now, without a change to it"


def _alike(kind, last, now, value):
    if not any(last) or not any(now):
        return any(last) == any(now)
    if kind == "person":
        handles = [str(value.get(one)).lower() for one in ("accountId", "key", "name")]
        return str(last[0] or last[1]).lower() in handles or last[1] == now[1]
    if kind == "sprints" or kind.startswith("list "):
        # Old changelogs write options without ids, `[A, B]`.
        side = 0 if last[0] and now[0] else 1
        return _parts(last[side]) == _parts(now[side])
    if kind in ("due", "day"):
        days = [str(one[0] or one[1])[:10] for one in (last, now)]
        return days[0] == days[1] or not re.fullmatch(r"\d{4}-\d\d-\d\d", days[0])
    if kind == "instant":
        return instant(last[1] or last[0]) == instant(now[1])
    if kind in ("number", "seconds"):
        return number(last[1] or last[0]) == number(now[1])
    if kind == "words":
        return set((last[1] or "").split()) == set((now[1] or "").split())
    if kind == "cascading":
        return re.findall(r"\((\d+)\)", last[1]) == re.findall(r"\((\d+)\)", now[1])
    if last[0] and now[0]:
        return last[0] == now[0]
    return _lines(last[1] or last[0]) == _lines(now[1] or now[0])


def _parts(list_):
    return {one.strip() for one in re.sub(r"^\[(.*)\]$", r"\1", list_ or "").split(",")}


def _lines(words):
    return (words or "").replace("\r\n", "\n").replace("\r", "\n").strip()
