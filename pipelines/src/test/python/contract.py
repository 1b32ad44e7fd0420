"""Tables as the contract lists them: keys, columns in order, types where they are not text."""

LINEAGE = "_site _run_id _shard_id _read_at:ts"

_HISTORY_TIMES = "entered_at:ts left_at:ts seconds:long author_id is_current:boolean"

# Table -> (key, columns). Of table issue only the columns before those of custom fields.
TABLES = {
    "issue": (
        "id",
        "id key project_id project_key project_name issue_type_id issue_type is_subtask:boolean"
        " hierarchy_level:long parent_id parent_key summary description environment status_id"
        " status status_category status_category_changed:ts priority_id priority resolution_id"
        " resolution resolved:ts assignee_id assignee reporter_id reporter creator_id creator"
        " created:ts updated:ts last_viewed:ts due_date:date labels:list components:list"
        " fix_versions:list affects_versions:list security_level original_estimate_seconds:long"
        " remaining_estimate_seconds:long time_spent_seconds:long"
        " aggregate_original_estimate_seconds:long aggregate_remaining_estimate_seconds:long"
        " aggregate_time_spent_seconds:long work_ratio:long votes:long watchers:long"
        " comment_count:long worklog_count:long attachment_count:long link_count:long"
        " subtask_count:long history_count:long",
    ),
    "issue_field_history": (
        "issue_id history_id item",
        "issue_id history_id item:long time:ts author_id field_id field_name field_type from_id"
        " from_text to_id to_text is_initial:boolean",
    ),
    "comment": (
        "id",
        "id issue_id author_id author body created:ts updated:ts update_author_id"
        " is_public:boolean visibility parent_id",
    ),
    "worklog": (
        "id",
        "id issue_id author_id author comment started:ts time_spent_seconds:long created:ts"
        " updated:ts update_author_id visibility",
    ),
    "attachment": (
        "id",
        "id issue_id filename author_id created:ts size_bytes:long mime_type content_url",
    ),
    "issue_link": (
        "issue_id id",
        "issue_id id link_type_id link_type direction relationship related_issue_id"
        " related_issue_key",
    ),
    "issue_multivalue": (
        "issue_id field_id position",
        "issue_id field_id column_name position:long value_id value",
    ),
    "issue_status_interval": (
        "issue_id position",
        "issue_id position:long status_id status status_category " + _HISTORY_TIMES,
    ),
    "issue_assignee_interval": (
        "issue_id position",
        "issue_id position:long assignee_id assignee " + _HISTORY_TIMES,
    ),
    "issue_sprint_interval": (
        "issue_id sprint_id position",
        "issue_id sprint_id position:long sprint added_at:ts removed_at:ts author_id"
        " is_current:boolean",
    ),
    "issue_key_alias": ("old_key", "old_key issue_id key valid_until:ts"),
    "project": (
        "id",
        "id key name description lead_id lead category project_type style is_private:boolean"
        " is_archived:boolean url",
    ),
    "component": ("id", "id project_id name description lead_id"),
    "version": (
        "id",
        "id project_id name description is_archived:boolean is_released:boolean"
        " is_overdue:boolean start_date:date release_date:date",
    ),
    "user": ("id", "id display_name email is_active:boolean account_type time_zone locale"),
    "field": (
        "id",
        "id name column_name is_custom:boolean is_array:boolean schema_type schema_items"
        " schema_custom",
    ),
    "status": ("id", "id name description status_category project_id"),
    "issue_type": ("id", "id name description is_subtask:boolean hierarchy_level:long project_id"),
    "priority": ("id", "id name description"),
    "resolution": ("id", "id name description"),
    "board": ("id", "id name type project_id project_key"),
    "sprint": ("id", "id name state goal board_id start_date:ts end_date:ts complete_date:ts"),
}

# Tables with rows of an issue, which belong to the version of the issue they were read with.
OF_ISSUES = tuple(TABLES)[1:11]
DIMENSIONS = tuple(TABLES)[11:]


def key_of(table):
    return tuple(TABLES[table][0].split())


def columns_of(table):
    """Pairs of name and type, those of lineage last."""
    text = f"{TABLES[table][1]} {LINEAGE}" if table != "issue" else TABLES[table][1]
    pairs = (column.partition(":") for column in text.split())
    return [(name, type_ or "text") for name, _, type_ in pairs]


def type_of(resolved):
    """The contract's word for a type of Avro."""
    if isinstance(resolved, str):
        return "text" if resolved == "string" else resolved
    logical = resolved.get("logicalType")
    if logical is not None:
        return {"timestamp-micros": "ts"}.get(logical, logical)
    return "list" if resolved["type"] == "array" else "text"
