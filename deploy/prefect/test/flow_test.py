"""The flow in a real Prefect against the simulated Jira, and what it makes of each exit code."""

import importlib.util
import os
import subprocess
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

HOME = Path(os.environ["SLUICE_HOME"])
WORK = Path(os.environ["SLUICE_WORK"])
TOKEN = "s3cr3t-t0ken-canary"

os.environ |= {
    "PREFECT_HOME": str(WORK / "prefect"),
    "PREFECT_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",
}

from prefect.blocks.system import Secret  # noqa: E402
from prefect.testing.utilities import prefect_test_harness  # noqa: E402


def shown():
    """The file as a user has it."""
    show = [HOME / "sluice", "deploy", "show", "prefect", "--quiet", "--config", WORK / "sluice.yaml"]
    text = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    file = WORK / "jira_flow.py"
    file.write_text(text)
    spec = importlib.util.spec_from_file_location("jira_flow", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class FlowTest(unittest.TestCase):
    def setUp(self):
        self.enterContext(prefect_test_harness(server_startup_timeout=300))
        self.module = shown()
        self.module.sluice.retry_delay_seconds = 0
        self.told = []
        test = self

        class Hook(BaseHTTPRequestHandler):
            def do_POST(self):
                test.told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Hook)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        Secret(value=TOKEN).save("widgets-token")
        Secret(value=f"http://127.0.0.1:{server.server_port}/{TOKEN}").save("sluice-alerts")

    def test_the_first_flow_loads_everything_and_the_codes_lead_to_their_states(self):
        summary = self.module.jira_load()
        self.assertEqual((summary["status"], summary["pipeline"]), ("ok", "widgets"))
        self.assertEqual(summary["rows"]["issue"], 200)
        self.assertEqual(self.module.jira_sweep()["status"], "ok")

        tries = WORK / "tries"
        fake = WORK / "exits"
        self.module.SLUICE = str(fake)
        for code, (state, times) in {
            0: ("Completed", 1),
            1: ("Failed", 5),
            2: ("Failed", 1),
            65: ("Failed", 1),
            69: ("Failed", 5),
            75: ("Failed", 5),
            77: ("Failed", 1),
            78: ("Failed", 1),
            99: ("Skipped", 1),
            143: ("Failed", 1),
        }.items():
            with self.subTest(code=code):
                tries.unlink(missing_ok=True)
                self.told.clear()
                summary = f'{{"exit_code": {code}}}'
                fake.write_text(
                    "#!/bin/sh\n"
                    f'echo "$*" >>{tries}\n'
                    'while [ "$1" != --summary-file ]; do shift; done\n'
                    f"echo '{summary}' >\"$2\"\n"
                    f"exit {code}\n"
                )
                fake.chmod(0o755)
                ended = self.module.jira_load(return_state=True)
                lines = tries.read_text().splitlines()
                self.assertEqual((ended.name, len(lines)), (state, times))
                self.assertEqual(len(self.told), 1 if state == "Failed" else 0)
                self.assertNotIn(TOKEN, "".join(lines))


if __name__ == "__main__":
    unittest.main()
