"""What a parse may not do: reach the network, start programs, unpickle, evaluate code, write files."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
import dipevents

always = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostby", "urllib.", "http.", "ftplib.")
always += ("smtplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")
always += ("os.fork", "pty.", "webbrowser.", "pickle.")
later = ("socket.", "exec", "compile", "import", "marshal.", "ctypes.dlopen")
state = {"loaded": False, "broken": []}

def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.startswith(always) or (state["loaded"] and event.startswith(later)):
        state["broken"].append((event, str(arguments)[:200]))

text = (
    "SEOUL, May 9 -- Kim Jong Un arrived in Moscow on Tuesday. Poland bought 96 helicopters from France for $3 million."
    "\\n\\nChina warned Japan that it would act. “The trip may fail,” said Lee Hana, an analyst."
)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
parser = dipevents.Parser()
for loaded in (False, True):  # what is loaded on first use, is loaded in the first round
    state["loaded"] = loaded
    report = parser.parse(text, published="2023-09-12")
    assert len(report.events) >= 3
    assert dipevents.Report.from_json(report.to_json()) == report
print(state["broken"])
"""


def test_a_parse_opens_no_socket_runs_no_code_and_writes_no_file() -> None:
    """Python's own audit events, from the loading of the model on."""
    out = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)  # noqa: S603
    assert out.stdout.strip() == "[]", out.stdout + out.stderr
