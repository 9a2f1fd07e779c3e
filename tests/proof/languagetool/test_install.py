"""Setup's part that brings the jars: from a bundle, a Maven repository on disk, a repository over HTTP."""

import http.server
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pressdesk.errors import SetupError
from pressdesk.proof.languagetool.install import install, is_stamped, make_bundle, stamp
from pressdesk.proof.languagetool.lock import Lock, damaged, read_lock
from pressdesk.proof.languagetool.sources import Network, SetupRefusedError, mirrors

ALL = ["ru", "en"]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "M2_REPO"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JGO_CONFIG_FILE", str(tmp_path / "none.conf"))


@dataclass
class Repository:
    """A Maven repository over HTTP on this machine, and what it was asked for."""

    url: str
    asked: list[str] = field(default_factory=list)
    cut_once: set[str] = field(default_factory=set)
    always_wrong: set[str] = field(default_factory=set)


@pytest.fixture
def repository(maven_folder: Path) -> Iterator[Repository]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = maven_folder / self.path.lstrip("/")
            if not file.is_file():
                self.send_error(404)
                return
            shop.asked.append(file.name)
            content = file.read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if file.name in shop.always_wrong:
                content = content[::-1]
            if file.name in shop.cut_once:
                shop.cut_once.discard(file.name)
                content = content[: len(content) // 3]
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        shop = Repository(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield shop
        server.shutdown()


def home_with_mirror(tmp_path: Path, url: str, mirror_of: str = "central") -> Path:
    home = tmp_path / "home"
    (home / ".m2").mkdir(parents=True)
    (home / ".m2" / "settings.xml").write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors><mirror>'
        f"<id>house</id><mirrorOf>{mirror_of}</mirrorOf><url>{url}</url></mirror></mirrors></settings>"
    )
    return home


def test_the_jars_come_from_the_mirror_that_the_users_maven_settings_name(
    small_lock: Lock, repository: Repository, tmp_path: Path
) -> None:
    folder, told = tmp_path / "lt", []

    done = install(folder, small_lock, ALL, user_home=home_with_mirror(tmp_path, repository.url), started=told.append)

    assert damaged(folder, small_lock.jars) == []
    assert done.from_where == ("the network",)
    assert told == [sum(jar.size for jar in small_lock.jars)]
    assert sorted(repository.asked) == ["core-1.0.jar", "words-en-2.1.jar", "words-ru-1.0.jar"]


def test_a_second_setup_asks_nobody(small_lock: Lock, repository: Repository, tmp_path: Path) -> None:
    folder, home = tmp_path / "lt", home_with_mirror(tmp_path, repository.url)
    install(folder, small_lock, ALL, user_home=home)
    repository.asked.clear()

    done = install(folder, small_lock, ALL, user_home=home, started=lambda total: pytest.fail("nothing to bring"))

    assert done.fetched == ()
    assert repository.asked == []


def test_a_setup_that_was_broken_off_goes_on_where_it_stopped(
    small_lock: Lock, repository: Repository, tmp_path: Path
) -> None:
    folder, home = tmp_path / "lt", home_with_mirror(tmp_path, repository.url)
    install(folder, small_lock, ALL, user_home=home)
    (folder / "words-en-2.1.jar").unlink()
    repository.asked.clear()

    done = install(folder, small_lock, ALL, user_home=home)

    assert [jar.name for jar in done.fetched] == ["words-en-2.1.jar"]
    assert repository.asked == ["words-en-2.1.jar"]


def test_an_answer_that_is_cut_is_asked_for_again(small_lock: Lock, repository: Repository, tmp_path: Path) -> None:
    repository.cut_once = {"words-ru-1.0.jar"}
    folder = tmp_path / "lt"

    install(folder, small_lock, ALL, user_home=home_with_mirror(tmp_path, repository.url))

    assert damaged(folder, small_lock.jars) == []
    assert repository.asked.count("words-ru-1.0.jar") == 2


def test_a_jar_with_the_wrong_checksum_never_gets_its_name(
    small_lock: Lock, repository: Repository, tmp_path: Path
) -> None:
    repository.always_wrong = {"words-ru-1.0.jar"}
    folder, jar = tmp_path / "lt", small_lock.jars[1]
    folder.mkdir()
    waits: list[float] = []

    with pytest.raises(SetupError, match=r"words-ru-1\.0\.jar came 3 times with the wrong checksum"):
        Network({"house": repository.url}, waits.append).take(jar, folder / "part", lambda done: None)

    assert not (folder / jar.name).exists()
    assert waits == [1.0, 2.0]


def test_no_network_is_said_with_the_way_out(small_lock: Lock, tmp_path: Path) -> None:
    folder = tmp_path / "lt"
    folder.mkdir()

    with pytest.raises(SetupError, match=r"The network gave no core.*--from BUNDLE") as caught:
        Network({"dead": "http://127.0.0.1:9"}, lambda wait: None).take(
            small_lock.jars[0], folder / "p", lambda n: None
        )

    assert not isinstance(caught.value, SetupRefusedError)
    assert list(folder.iterdir()) == []


def test_a_repository_without_the_jar_is_said(
    small_lock: Lock, repository: Repository, maven_folder: Path, tmp_path: Path
) -> None:
    next(maven_folder.rglob("core-1.0.jar")).unlink()

    with pytest.raises(SetupError, match=r"has no core-1\.0\.jar: check the mirror"):
        install(tmp_path / "lt", small_lock, ALL, user_home=home_with_mirror(tmp_path, repository.url))


@pytest.mark.parametrize(
    ("mirror_of", "taken"),
    [("central", True), ("*", True), ("external:*", True), ("*,!central", False), ("spring", False)],
)
def test_only_a_mirror_of_central_is_taken(mirror_of: str, taken: bool, tmp_path: Path) -> None:
    home = home_with_mirror(tmp_path, "http://mirror.example/maven/", mirror_of)

    assert mirrors(home) == ({"house": "http://mirror.example/maven"} if taken else None)


def test_the_users_own_maven_repository_is_asked_before_the_network(
    small_lock: Lock, maven_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("M2_REPO", str(maven_folder))
    home = home_with_mirror(tmp_path, "http://127.0.0.1:9")

    done = install(tmp_path / "lt", small_lock, ALL, user_home=home)

    assert done.from_where == (f"the folder {maven_folder}",)


def test_a_bundle_brings_the_jars_into_another_folder(small_lock: Lock, maven_folder: Path, tmp_path: Path) -> None:
    first, second, bundle = tmp_path / "first", tmp_path / "second", tmp_path / "lt.zip"
    install(first, small_lock, ALL, origin=maven_folder)

    make_bundle(first, small_lock, ALL, bundle)
    install(second, small_lock, ALL, origin=bundle)

    assert damaged(second, small_lock.jars) == []
    assert sorted(p.name for p in second.iterdir()) == sorted(jar.name for jar in small_lock.jars)


def test_the_same_jars_give_the_same_bundle(small_lock: Lock, maven_folder: Path, tmp_path: Path) -> None:
    install(tmp_path / "lt", small_lock, ALL, origin=maven_folder)
    for name in ("one.zip", "two.zip"):
        make_bundle(tmp_path / "lt", small_lock, ALL, tmp_path / name)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_no_bundle_is_made_of_damaged_jars(
    small_lock: Lock, maven_folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    install(tmp_path / "lt", small_lock, ALL, origin=maven_folder)
    harm(tmp_path / "lt" / "core-1.0.jar")

    with pytest.raises(SetupError, match="run `pressdesk setup` first"):
        make_bundle(tmp_path / "lt", small_lock, ALL, tmp_path / "b.zip")

    assert not (tmp_path / "b.zip").exists()


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a\\..\\b.jar", "C:/a.jar", "org/../../a.jar"])
def test_a_bundle_with_a_name_that_leads_out_is_refused(name: str, small_lock: Lock, tmp_path: Path) -> None:
    bundle = tmp_path / "evil.zip"
    with zipfile.ZipFile(bundle, "w") as out:
        out.writestr(name, b"x")

    with pytest.raises(SetupRefusedError, match="leads out of its folder"):
        install(tmp_path / "lt", small_lock, ALL, origin=bundle)

    assert list((tmp_path / "lt").iterdir()) == []


def test_a_bundle_that_is_no_zip_is_refused(small_lock: Lock, tmp_path: Path) -> None:
    bundle = tmp_path / "b.zip"
    bundle.write_bytes(b"not a zip")

    with pytest.raises(SetupRefusedError, match="damaged or no bundle"):
        install(tmp_path / "lt", small_lock, ALL, origin=bundle)


def test_a_bundle_that_is_not_there_is_refused(small_lock: Lock, tmp_path: Path) -> None:
    with pytest.raises(SetupRefusedError, match="does not exist"):
        install(tmp_path / "lt", small_lock, ALL, origin=tmp_path / "none.zip")


def test_a_bundle_damaged_inside_is_refused(small_lock: Lock, maven_folder: Path, tmp_path: Path) -> None:
    install(tmp_path / "lt", small_lock, ALL, origin=maven_folder)
    make_bundle(tmp_path / "lt", small_lock, ALL, tmp_path / "b.zip")
    content = bytearray((tmp_path / "b.zip").read_bytes())
    content[1000] ^= 0xFF
    (tmp_path / "b.zip").write_bytes(content)

    with pytest.raises(SetupRefusedError, match=r"damaged at core-1\.0\.jar"):
        install(tmp_path / "other", small_lock, ALL, origin=tmp_path / "b.zip")


def test_a_bundle_with_other_bytes_under_the_right_name_is_refused(small_lock: Lock, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as out:
        for jar in small_lock.jars:
            out.writestr(str(jar.path), b"x" * jar.size)

    with pytest.raises(SetupRefusedError, match=r"core-1\.0\.jar in the bundle .* has the wrong checksum"):
        install(tmp_path / "lt", small_lock, ALL, origin=tmp_path / "b.zip")

    assert list((tmp_path / "lt").iterdir()) == []


def test_a_bundle_for_fewer_languages_is_said(small_lock: Lock, maven_folder: Path, tmp_path: Path) -> None:
    install(tmp_path / "lt", small_lock, ["ru"], origin=maven_folder)
    make_bundle(tmp_path / "lt", small_lock, ["ru"], tmp_path / "b.zip")

    with pytest.raises(SetupRefusedError, match=r"has no words-en-2\.1\.jar: it was made for other languages"):
        install(tmp_path / "other", small_lock, ALL, origin=tmp_path / "b.zip")


def test_a_jar_that_pretends_to_be_endless_is_cut_at_its_size(small_lock: Lock, tmp_path: Path) -> None:
    heard: list[int] = []
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(str(small_lock.jars[0].path), b"\0" * 50_000_000)

    with pytest.raises(SetupRefusedError, match="wrong checksum"):
        install(tmp_path / "lt", small_lock, ["ru"], origin=tmp_path / "b.zip", tick=heard.append)

    assert sum(heard) == small_lock.jars[0].size + 1


def test_a_language_that_nobody_knows_is_refused(small_lock: Lock, tmp_path: Path) -> None:
    with pytest.raises(SetupRefusedError, match="“kk” is not checked here: choose from en, ru"):
        install(tmp_path / "lt", small_lock, ["kk"])


def test_a_full_disk_is_said_before_anything_is_fetched(tmp_path: Path, maven_folder: Path) -> None:
    file = tmp_path / "huge.lock.json"
    path = "org/example/core/1.0/core-1.0.jar"
    file.write_text(
        json.dumps({"languagetool": "1", "files": [{"path": path, "size": 10**17, "sha256": "0", "languages": ["ru"]}]})
    )

    with pytest.raises(SetupError, match="is full"):
        install(tmp_path / "lt", read_lock(file), ["ru"], origin=maven_folder)


def test_a_folder_that_cannot_be_made_is_said(small_lock: Lock, maven_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(SetupError, match=r"cannot be written.*--home"):
        install(tmp_path / "file" / "lt", small_lock, ALL, origin=maven_folder)


def test_the_stamp_holds_for_the_same_jars_and_languages_only(small_lock: Lock, tmp_path: Path) -> None:
    assert not is_stamped(tmp_path, small_lock, ["ru"])

    stamp(tmp_path, small_lock, ["ru"])

    assert is_stamped(tmp_path, small_lock, ["ru"])
    assert not is_stamped(tmp_path, small_lock, ["ru", "en"])
    assert not is_stamped(tmp_path, read_lock(), ["ru"])
