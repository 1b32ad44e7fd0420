"""Says which rows an issue's comments, worklogs, attachments, links and lists ought to have."""

import json

import jira_source
from jira_source import identity, instant
from values import people_alike

# Column of the list in table issue, by field; custom fields are added by their columns.
SYSTEM_LISTS = {
    "labels": "labels",
    "components": "components",
    "fixVersions": "fix_versions",
    "versions": "affects_versions",
}


def list_of(issue, field_id, inner):
    """The children of a field, in Jira's order; those of some fields stand in a page."""
    value = issue["fields"].get(field_id)
    if isinstance(value, dict):
        value = value.get(inner)
    return value if isinstance(value, list) else []


def comments(issue, site):
    return [
        {
            "id": text(comment.get("id")),
            "issue_id": str(issue["id"]),
            "author_id": identity(site.edition, comment.get("author")),
            "author": _of(comment, "author", "displayName"),
            "body": comment.get("body"),
            "created": instant(comment.get("created")),
            "updated": instant(comment.get("updated")),
            "update_author_id": identity(site.edition, comment.get("updateAuthor")),
            "is_public": comment.get("jsdPublic"),
            "visibility": _visibility(comment),
            "parent_id": text(comment.get("parentId")),
        }
        for comment in list_of(issue, "comment", "comments")
    ]


def worklogs(issue, site):
    return [
        {
            "id": text(worklog.get("id")),
            "issue_id": str(issue["id"]),
            "author_id": identity(site.edition, worklog.get("author")),
            "author": _of(worklog, "author", "displayName"),
            "comment": worklog.get("comment"),
            "started": instant(worklog.get("started")),
            "time_spent_seconds": worklog.get("timeSpentSeconds"),
            "created": instant(worklog.get("created")),
            "updated": instant(worklog.get("updated")),
            "update_author_id": identity(site.edition, worklog.get("updateAuthor")),
            "visibility": _visibility(worklog),
        }
        for worklog in list_of(issue, "worklog", "worklogs")
    ]


def attachments(issue, site):
    return [
        {
            "id": text(attachment.get("id")),
            "issue_id": str(issue["id"]),
            "filename": attachment.get("filename"),
            "author_id": identity(site.edition, attachment.get("author")),
            "created": instant(attachment.get("created")),
            "size_bytes": attachment.get("size"),
            "mime_type": attachment.get("mimeType"),
            "content_url": attachment.get("content"),
        }
        for attachment in list_of(issue, "attachment", None)
    ]


def links(issue, site):
    """A link that Jira lists twice is one link all the same."""
    rows = []
    for link in list_of(issue, "issuelinks", None):
        direction = next((way for way in ("outward", "inward") if link.get(way + "Issue")), None)
        row = {
            "issue_id": str(issue["id"]),
            "id": text(link.get("id")),
            "link_type_id": text(_of(link, "type", "id")),
            "link_type": _of(link, "type", "name"),
            "direction": direction,
            "relationship": _of(link, "type", direction),
            "related_issue_id": text(_of(link, f"{direction}Issue", "id")),
            "related_issue_key": _of(link, f"{direction}Issue", "key"),
        }
        if row not in rows:
            rows.append(row)
    return rows


def multivalues(issue, site):
    rows = []
    for field_id, column in {**SYSTEM_LISTS, **site.catalogue.list_columns}.items():
        values = issue["fields"].get(field_id)
        for position, value in enumerate(values if isinstance(values, list) else ()):
            value_id, shown = named(value, site.catalogue.kind_of_element(field_id), site.edition)
            rows.append(
                {
                    "issue_id": str(issue["id"]),
                    "field_id": field_id,
                    "column_name": column,
                    "position": position,
                    "value_id": value_id,
                    "value": shown,
                }
            )
    return rows


def named(value, kind, edition):
    """Id and name or text of a single value; an object of no known kind stays an object."""
    if value is None:
        return None, None
    if kind == "sprint":
        value = jira_source.sprint_object(value) or value
    if not isinstance(value, (dict, list)):
        return None, text(value)
    ways = {
        "option": (value.get("id"), value.get("value")),
        "user": (identity(edition, value), value.get("displayName")),
        "group": (value.get("groupId", value.get("name")), value.get("name")),
        "json": (value.get("id"), people_alike(value, edition)),
    }
    value_id, name = ways.get(kind, (value.get("id"), value.get("name")))
    return text(value_id), name if isinstance(name, dict) else text(name)


def text(value):
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def same_value(wanted, actual, edition):
    """Whether a cell of table issue_multivalue holds what it should."""
    if isinstance(wanted, dict) and isinstance(actual, str):
        return wanted == people_alike(json.loads(actual, parse_float=jira_source.Decimal), edition)
    return wanted == actual


def _of(node, name, inner):
    inside = node.get(name)
    return inside.get(inner) if isinstance(inside, dict) else None


def _visibility(child):
    value = _of(child, "visibility", "value")
    return _of(child, "visibility", "identifier") if value is None else value
