"""The custom fields of a site as its server declares them, in the words the comparison uses."""

import re

import history

COMPUTED = ("gh-lexo-rank", "gh-global-rank", "greenhopper-ranking")
COMPUTED_BY = ("com.atlassian.jira.ext.charting:", "com.atlassian.jira.toolkit:")
ELEMENTS = {
    "option": "option",
    "user": "user",
    "group": "group",
    "version": "reference",
    "component": "reference",
    "project": "reference",
    "priority": "reference",
    "string": "text",
}
VALUES = {
    **ELEMENTS,
    "number": "number",
    "date": "day",
    "datetime": "instant",
    "option-with-child": "cascading",
    "user": "person",
}
BY_KIND = {
    "textarea": "rich",
    "gh-sprint": "sprints",
    "gh-epic-link": "text",
    "cascadingselect": "cascading",
    "select": "option",
    "radiobuttons": "option",
    "multiselect": "list option",
    "multicheckboxes": "list option",
}


class Catalogue:
    """Custom fields that have a column, by id; table `field` says how the server declares them."""

    def __init__(self, edition, warehouse):
        self.edition = edition
        columns = {c.field_id: c.name for c in warehouse.columns.values() if c.field_id}
        declared = warehouse.dimensions.get("field", {})
        self.fields = {one: field for one, field in declared.items() if field.get("is_custom")}
        self.columns = {one: columns[one] for one in self.fields if one in columns}
        self.sprint_fields = [one for one in self.columns if self.kind(one) == "sprints"]
        self.list_columns = {one: c for one, c in self.columns.items() if self._is_list(one)}
        self.followed = sorted(self._followed(), key=lambda one: in_order(one[0]))
        names = [self.fields[one]["name"] for one in self.columns]
        self.by_name = {
            self.fields[one]["name"]: one
            for one in self.columns
            if names.count(self.fields[one]["name"]) == 1
        }

    def kind(self, field_id):
        """How changelogs write the values of a custom field; `json` where nobody knows."""
        field = self.fields[field_id]
        by_kind = BY_KIND.get((field.get("schema_custom") or "").rpartition(":")[2])
        if by_kind is not None:
            return by_kind
        if field.get("schema_type") != "array":
            return VALUES.get(field.get("schema_type"), "json")
        element = ELEMENTS.get(field.get("schema_items"), "json")
        return {"text": "words", "json": "json"}.get(element, f"list {element}")

    def kind_of_element(self, field_id):
        if field_id not in self.fields:
            return "text" if field_id == "labels" else "reference"
        kind = self.kind(field_id)
        return {"sprints": "sprint", "words": "text"}.get(kind, kind.removeprefix("list "))

    def _is_list(self, field_id):
        kind = self.kind(field_id)
        return self.fields[field_id]["is_array"] or kind == "sprints" or kind.startswith("list ")

    def _followed(self):
        for field_id, (kind, name) in history.FOLLOWED.items():
            yield field_id, kind, name, "jira"
        for field_id in self.columns:
            field = self.fields[field_id]
            custom = field.get("schema_custom") or ""
            if not (custom.endswith(COMPUTED) or custom.startswith(COMPUTED_BY)):
                yield field_id, self.kind(field_id), field["name"], "custom"


def in_order(field_id):
    """Sorts ids, the numbers of custom fields as numbers."""
    name, number = re.fullmatch(r"(.*?)(\d*)", field_id).groups()
    return name, int(number or 0)
