"""All of it without a network: in a namespace with nothing but loopback, and a proxy that hears nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.proof.languagetool.lock import default_folder

pytestmark = [pytest.mark.slow, pytest.mark.languagetool]

INSIDE = """
import fcntl, json, os, socket, struct, subprocess, sys, threading

UP, LOOPBACK, SET_FLAGS = 0x1, b"lo", 0x8914  # Linux, netdevice(7)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
    fcntl.ioctl(control, SET_FLAGS, struct.pack("16sh14x", LOOPBACK, UP))
heard = []
listener = socket.create_server(("127.0.0.1", 0))
def listen():
    while True:
        caller, _ = listener.accept()
        heard.append(caller.recv(2000).decode("latin-1"))
        caller.close()
threading.Thread(target=listen, daemon=True).start()
port = listener.getsockname()[1]
proxy = f"http://127.0.0.1:{port}"
names = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
around = {k: v for k, v in os.environ.items() if k.lower() != "no_proxy"} | {name: proxy for name in names}
interfaces = [name for _, name in socket.if_nameindex()]
done = [
    subprocess.run([sys.executable, "-m", "pressdesk", *words], env=around, capture_output=True, encoding="utf-8")
    for words in json.loads(sys.argv[1])
]
before = list(heard)
socket.create_connection(("127.0.0.1", port)).sendall(b"to see that it listens")
while len(heard) == len(before):
    pass
print(json.dumps({
    "interfaces": interfaces,
    "heard": before,
    "done": [(each.returncode, each.stdout, each.stderr) for each in done],
}))
"""


def in_a_namespace(*commands: list[str]) -> dict[str, list]:
    """What the commands said where loopback is the only interface, and what the proxy heard."""
    allowed = subprocess.run(["unshare", "--map-root-user", "--net", "true"], capture_output=True, check=False)
    if not sys.platform.startswith("linux") or allowed.returncode:
        pytest.skip("this system lets nobody make a network namespace")
    done = subprocess.run(
        ["unshare", "--map-root-user", "--net", sys.executable, "-c", INSIDE, json.dumps(commands)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_release_is_written_checked_and_exported_without_a_word_to_anybody(tmp_path: Path) -> None:
    home, draft = str(tmp_path / "home"), str(tmp_path / "g.pressdesk")
    languagetool = Places.at(home).languagetool
    languagetool.parent.mkdir(parents=True)
    languagetool.symlink_to(default_folder(Places.at().data).parent)
    slip = tmp_path / "slip.txt"
    slip.write_text("The Ambassador recieved the guests.\n", encoding="utf-8")
    at_home = ["--home", home, "--ui-lang", "en"]

    answer = in_a_namespace(
        [*at_home, "sample", "guimaraes", "-o", draft],
        [*at_home, "check", draft, "--format", "json"],
        [*at_home, "check", str(slip), "--lang", "en", "--format", "json"],
        [*at_home, "render", draft, "--lang", "pt", "--to", "docx", "-o", str(tmp_path / "g.docx")],
    )

    assert answer["interfaces"] == ["lo"]
    assert answer["heard"] == []
    sample, check, slipped, render = answer["done"]
    assert sample[0] == 0
    assert not any("could not" in said or "cannot" in said for _, _, said in (check, slipped, render)), answer["done"]
    assert {f["severity"] for f in json.loads(check[1])["findings"]} <= {"warning", "hint", "nuance"}
    assert "recieved" in [f["text"] for f in json.loads(slipped[1])["findings"]]
    assert render[0] == 0
    assert os.path.getsize(tmp_path / "g.docx") > 5000
