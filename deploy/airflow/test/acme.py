"""The site that the tests load: where everything is, and the DAGs as a user would have them."""

import functools
import importlib.util
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOME = Path(os.environ["SLUICE_HOME"])
WORK = Path(os.environ["SLUICE_WORK"])
DAGS = WORK / "dags"
SLUICE = HOME / "sluice"
CONFIG = WORK / "sluice.yaml"
TOKEN = "s3cr3t-t0ken-canary"

# Stands in for a user's connections; a secrets backend answers in the same way.
os.environ["AIRFLOW_CONN_ACME_JIRA_TOKEN"] = json.dumps({"conn_type": "generic", "password": TOKEN})


@functools.cache
def dag_file(name, start="2026-01-01"):
    """A file of deploy/airflow, filled in for the site, in the folder of the DAGs."""
    file = DAGS / name
    file.write_text(sluice("deploy", "show", f"airflow/{name}", "--every", "day", "--start", start))
    return file


def module(file):
    """The file as Airflow imports it."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def sluice(*arguments):
    """What the program prints for the configuration of the site."""
    return subprocess.run(
        [SLUICE, *arguments, "--quiet", "--config", CONFIG],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"JIRA_TOKEN": TOKEN},
    ).stdout


def script(name, text):
    """A program of the test."""
    file = WORK / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


class Listener:
    """Answers on loopback and keeps what it was sent as (path, JSON)."""

    def __init__(self, answer=lambda method, path, body: {}):
        self.received = []
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                body = json.loads(text or "{}")
                listener.received.append((self.path, body))
                answered = json.dumps(answer(self.command, self.path, body)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answered)))
                self.end_headers()
                self.wfile.write(answered)

            do_GET = do_POST

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def alerts_go_to(listener):
    address = {"conn_type": "generic", "password": f"{listener.address}/hook/{TOKEN}"}
    os.environ["AIRFLOW_CONN_SLUICE_ALERTS"] = json.dumps(address)
