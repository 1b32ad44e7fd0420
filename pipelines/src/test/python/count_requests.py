#!/usr/bin/env python3
"""Stands between Sluice and Jira and counts what is asked, by kind.

    python3 count_requests.py http://127.0.0.1:8080 counts.json

Prints its own address, then serves until it is killed. The counts are written after each request.
"""

import http.client
import http.server
import json
import re
import sys
import threading
import urllib.parse
from collections import Counter
from pathlib import Path

HOP_BY_HOP = ("connection", "host", "http2-settings", "keep-alive", "transfer-encoding", "upgrade")

# The first that fits is the kind.
KINDS = (
    ("search", r"/rest/api/\d/search(/jql)?$"),
    ("count", r"/search/approximate-count$"),
    ("changelog", r"/changelog(/bulkfetch)?$"),
    ("comment", r"/issue/[^/]+/comment$"),
    ("worklog", r"/issue/[^/]+/worklog$|/worklog/"),
    ("probe", r"/(serverInfo|myself)$"),
    ("dimension", r""),
)


def kind_of(method, target, body):
    path = urllib.parse.urlsplit(target)
    kind = next(kind for kind, pattern in KINDS if re.search(pattern, path.path))
    # Data Center counts with a search for nothing.
    asked = dict(urllib.parse.parse_qsl(path.query))
    if kind == "search" and method == "POST":
        asked = json.loads(body or b"{}")
    return "count" if kind == "search" and str(asked.get("maxResults")) == "0" else kind


class Proxy(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    jira, counts, written, lock = None, Counter(), None, threading.Lock()

    def setup(self):
        super().setup()
        self.upstream = http.client.HTTPConnection(self.jira)

    def _forward(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.lock:
            self.counts[kind_of(self.command, self.path, body)] += 1
            self.written.write_text(json.dumps(self.counts), encoding="utf-8")
        headers = {n: v for n, v in self.headers.items() if n.lower() not in HOP_BY_HOP}
        self.upstream.request(self.command, self.path, body or None, headers)
        answer = self.upstream.getresponse()
        content = answer.read()
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.getheaders():
            if name.lower() not in (*HOP_BY_HOP, "content-length"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _forward

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


def main(jira, counts):
    Proxy.jira = urllib.parse.urlsplit(jira).netloc
    Proxy.written = Path(counts)
    server = Server(("127.0.0.1", 0), Proxy)
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
