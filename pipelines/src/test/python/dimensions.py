"""What a site's issues say of its people, projects, statuses and the like.

A recorded issue names them; the simulated Jira has nothing else to say of them. Names change while
issues are recorded: a row is right if some issue says the same.
"""

import history
import jira_source
from children import text
from jira_source import day, identity, instant

NAMED = ("id", "name", "description")
LISTS = {
    "project": ("project", ("id", "key", "name")),
    "status": ("status", NAMED),
    "issue_type": ("issuetype", NAMED),
    "priority": ("priority", NAMED),
    "resolution": ("resolution", NAMED),
}
BOARDS = ("originBoardId", "boardId", "rapidViewId")


class Survey:
    """Table -> id -> every description of it that occurs, as the columns it speaks of."""

    def __init__(self, edition):
        self.edition = edition
        self.said = {}
        self.mentioned = {}
        self.custom_fields = set()

    def note(self, issue):
        """Notes everything but the parts of projects, of every version of an issue."""
        fields = issue["fields"]
        for table, (field_id, names) in LISTS.items():
            node = fields.get(field_id)
            if isinstance(node, dict):
                self._say(table, self._columns(table, node, names))
        project = fields.get("project") if isinstance(fields.get("project"), dict) else {}
        self._note_people(issue)
        for field_id, value in fields.items():
            if field_id.startswith("customfield_"):
                self.custom_fields.add(field_id)
            if field_id.startswith("customfield_") or field_id in ("sprint", "closedSprints"):
                self._note_sprints(value, project)
        for entry in history.histories(issue):
            for item in entry.get("items", ()):
                self._note_item(item)

    def _columns(self, table, node, names):
        row = {name: _blank(text(node.get(name))) for name in names}
        if table == "status":
            row["status_category"] = (node.get("statusCategory") or {}).get("key")
        if table == "project":
            row["category"] = (node.get("projectCategory") or {}).get("name")
        if table == "issue_type":
            row["is_subtask"] = node.get("subtask")
        return row

    def note_parts(self, issue):
        """Notes components and versions, of the newest version of an issue alone."""
        fields = issue["fields"]
        project_id = text((fields.get("project") or {}).get("id"))
        for component in _listed(fields.get("components")):
            row = {name: _blank(component.get(name)) for name in NAMED}
            self._say("component", {**row, "project_id": project_id})
        for field_id in ("fixVersions", "versions"):
            for version in _listed(fields.get(field_id)):
                row = {name: _blank(version.get(name)) for name in NAMED}
                row["project_id"] = project_id
                row["is_archived"], row["is_released"] = version["archived"], version["released"]
                row["release_date"] = day(version.get("releaseDate"))
                self._say("version", row)

    def _note_people(self, node):
        if isinstance(node, dict):
            if isinstance(node.get("displayName"), str) and identity(self.edition, node):
                self._say("user", self._person(node))
            for inner in node.values():
                self._note_people(inner)
        elif isinstance(node, list):
            for inner in node:
                self._note_people(inner)

    def _person(self, node):
        is_cloud = self.edition == "cloud"
        return {
            "id": identity(self.edition, node),
            "display_name": _blank(node.get("displayName")),
            "email": _blank(node.get("emailAddress")),
            "is_active": node.get("active", True),
            "account_type": node.get("accountType", "atlassian") if is_cloud else None,
            "time_zone": _blank(node.get("timeZone")),
        }

    def _note_sprints(self, value, project):
        for one in value if isinstance(value, list) else [value]:
            sprint = jira_source.sprint_object(one) if one else None
            if not sprint or not sprint.get("state") or not sprint.get("id"):
                continue
            board = next((text(sprint[name]) for name in BOARDS if sprint.get(name)), None)
            # A board is the only place where sprints are listed.
            if board is not None:
                row = {name: text(sprint.get(name)) or None for name in ("id", "name", "goal")}
                row["state"] = sprint["state"].lower()
                row["board_id"] = board
                for column in ("start_date", "end_date", "complete_date"):
                    name = column.replace("_d", "D")
                    row[column] = instant(sprint.get(name))
                self._say("sprint", row)
                self._say("board", {"id": board, "project_key": project.get("key")})

    def _note_item(self, item):
        """Changelogs mention statuses and people that nothing else may speak of."""
        field = item.get("field")
        for id_, words in (("from", "fromString"), ("to", "toString")):
            said = {"id": text(item.get(id_)), "name": item.get(words)}
            if field == "status":
                row = {**said, "status_category": "undefined"}
                self.mentioned.setdefault("status", {}).setdefault(said["id"], []).append(row)
            if field in ("assignee", "reporter") and said["id"] and said["name"]:
                row = {"id": said["id"], "display_name": said["name"]}
                self.mentioned.setdefault("user", {}).setdefault(said["id"], []).append(row)

    def rows(self, table):
        """Id -> descriptions; a mention counts where nothing says more."""
        return {**self.mentioned.get(table, {}), **self.said.get(table, {})}

    def _say(self, table, row):
        rows = self.said.setdefault(table, {}).setdefault(row["id"], [])
        if row not in rows:
            rows.append(row)


def _listed(value):
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _blank(value):
    return None if value == "" else value
