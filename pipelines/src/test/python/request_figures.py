"""Says how many requests a run took and what for, by the server's count and by the run's own."""

import json
from pathlib import Path

CHILDREN = ("changelog", "comment", "worklog")


class Requests:
    """The requests of the newest run of a warehouse."""

    def __init__(self, root, warehouse, counts):
        summary = Path(root) / "_sluice" / "runs" / warehouse.runs[-1] / "summary.json"
        self.stated = json.loads(summary.read_text(encoding="utf-8"))["requests"]
        self.counts = json.loads(Path(counts).read_text(encoding="utf-8"))
        self.counted = sum(self.counts.values())
        issues = [shard for shard in warehouse.shards if shard["jql"] is not None]
        others = [shard for shard in warehouse.shards if shard["jql"] is None]
        self.dimensions = sum(shard["requests"] for shard in others)
        self.core = self.stated - self.dimensions
        self.issues = sum(shard["unique_issues"] for shard in issues)

    def problems(self):
        if self.stated != self.counted:
            yield f"the run states {self.stated} requests, the server counted {self.counted}"

    def write(self, out):
        asked = {one: self.counts.get(one, 0) for one in ("search", "count", *CHILDREN)}
        out.write(
            f"requests: {self.counted}, without dimensions {self.core}:"
            f" {self._per_thousand(self.core):.2f} for 1,000 issues"
            f" ({self._per_thousand(self.counted):.2f} with dimensions)\n"
        )
        rest = self.core - sum(asked.values())
        parts = ", ".join(f"{kind} {number}" for kind, number in asked.items())
        out.write(f"    {parts}, site and fields {rest}, dimensions {self.dimensions}\n")

    def _per_thousand(self, requests):
        return 1000 * requests / max(self.issues, 1)
