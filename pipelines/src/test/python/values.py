"""Brings a value of Jira and a value of an Avro column to one form, to compare them."""

import json
import re
from decimal import Decimal

from jira_source import ABSENT, MISFIT, day, identity, instant, sprint_object

STRUCTS = {
    "reference": {"id": ("id",), "name": ("name",)},
    "group": {"id": ("groupId", "name"), "name": ("name",)},
    "option": {"id": ("id",), "value": ("value",)},
    "cascading": {"id": ("id",), "value": ("value",), "child": ("child",)},
    "sprint": {
        "id": ("id",),
        "name": ("name",),
        "state": ("state",),
        "board_id": ("boardId", "originBoardId", "rapidViewId"),
        "goal": ("goal",),
        "start_date": ("startDate",),
        "end_date": ("endDate",),
        "complete_date": ("completeDate",),
    },
}


def expected(value, type_, edition):
    """What a column of the type should hold for the value; MISFIT if it cannot hold it."""
    if value in ABSENT:
        return None
    kind = type_ if isinstance(type_, str) else type_["type"]
    logical = None if isinstance(type_, str) else type_.get("logicalType")
    if kind == "array":
        return _list(value, type_["items"], edition)
    if kind == "record":
        return _struct(value, type_, edition)
    if logical == "timestamp-micros":
        moment = instant(value)
        return MISFIT if moment is None else moment
    if logical == "date":
        days = day(value)
        return MISFIT if days is None else days
    if is_json(type_):
        return people_alike(value, edition)
    return _scalar(value, kind)


def stored(value, type_, edition):
    """The column's own value in the same form."""
    if value in ABSENT:
        return None
    if is_json(type_):
        return people_alike(json.loads(value, parse_float=Decimal), edition)
    return value


def is_json(type_):
    return isinstance(type_, dict) and type_.get("sluice.type") == "json"


def people_alike(value, edition):
    """JSON with people reduced to what is the same in both editions: a site has only one."""
    if isinstance(value, list):
        return [people_alike(one, edition) for one in value]
    if not isinstance(value, dict):
        return value
    alike = {name: people_alike(one, edition) for name, one in value.items()}
    if value.get("displayName") is not None and identity(edition, value) is not None:
        for name in ("self", "accountId", "accountType", "name", "key"):
            alike.pop(name, None)
        alike["(identity)"] = identity(edition, value)
        alike.setdefault("active", True)
    return alike


def _scalar(value, kind):
    number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    if kind == "string":
        if isinstance(value, bool):
            return str(value).lower()
        return value if isinstance(value, str) or is_document(value) else _text(value, number)
    if kind == "boolean":
        return value if isinstance(value, bool) else MISFIT
    if kind == "double" and number:
        return float(value)
    if kind == "long" and number and value == int(value):
        return int(value)
    return MISFIT


def _text(value, number):
    return str(value) if number else MISFIT


def _list(value, items, edition):
    if not isinstance(value, list):
        return MISFIT
    elements = [expected(one, items, edition) for one in value]
    return MISFIT if any(one is MISFIT for one in elements) else elements


def _struct(value, record, edition):
    if record["name"] == "sprint":
        value = sprint_object(value)
    if not isinstance(value, dict):
        return MISFIT
    result = {}
    for member in record["fields"]:
        found = _member(value, record["name"], member["name"], edition)
        result[member["name"]] = expected(found, member["type"], edition)
        if result[member["name"]] is MISFIT:
            return MISFIT
    return result if any(one is not None for one in result.values()) else MISFIT


def _member(value, struct, member, edition):
    if struct == "user":
        return {
            "id": identity(edition, value),
            "name": value.get("displayName"),
            "email": value.get("emailAddress"),
            "active": value.get("active", True if value.get("displayName") else None),
        }[member]
    sources = STRUCTS[struct][member]
    return next((value[name] for name in sources if value.get(name) is not None), None)


def short(value):
    text = repr(value)
    return text if len(text) <= 160 else f"{text[:157]}... ({len(text)} characters)"


def is_document(value):
    return isinstance(value, dict) and value.get("type") == "doc"


def same(wanted, actual, rich):
    """Whether a column holds what it should.

    :param rich: the text went through a document and Markdown, which may move white space
    """
    if is_document(wanted):
        return isinstance(actual, str) and _tells_all(wanted, actual)
    if rich and isinstance(wanted, str):
        return re.sub(r"\s", "", wanted) == re.sub(r"\s", "", actual or "")
    if isinstance(wanted, dict) and isinstance(actual, dict):
        return wanted.keys() == actual.keys() and all(
            same(wanted[name], actual[name], rich=False) for name in wanted
        )
    if isinstance(wanted, list) and isinstance(actual, list):
        return len(wanted) == len(actual) and all(
            same(one, other, rich=False) for one, other in zip(wanted, actual, strict=True)
        )
    if isinstance(wanted, bool) != isinstance(actual, bool):
        return False
    return wanted == actual or (wanted in ABSENT and actual in ABSENT)


def _tells_all(document, text):
    """Whether every word of the document is in the text, in order."""
    position = 0
    for word in _words(document):
        position = text.find(word, position)
        if position < 0:
            return False
        position += len(word)
    return True


def _words(node):
    yield from re.findall(r"\w+", node.get("text") or "")
    for child in node.get("content") or []:
        yield from _words(child)
