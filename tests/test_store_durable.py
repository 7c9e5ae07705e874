"""Files are the old ones or the new ones, never half; and one writer at a time."""

from __future__ import annotations

import errno
import os
import re
import stat
import subprocess
import sys

import pytest

from assess.errors import AssessError, DiskError, InUseError
from assess.store import durable
from assess.store.disk import unwritten
from assess.store.folders import make_folder
from assess.store.lock import Lock

HOLD = """
import sys
from assess.store.lock import Lock
with Lock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
SMALL_DISK = """
import resource, sys
from assess.errors import DiskError
from assess.store import durable
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    durable.replace(sys.argv[1], b"n" * 5000)
except DiskError as error:
    print(error.status, error)
"""


@pytest.fixture
def holder(tmp_path):
    """Hold `tmp_path/a.json` in another process."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "a.json")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_for_its_owner_only(tmp_path):
    durable.create(tmp_path / "new", b"text")
    durable.replace(tmp_path / "other", b"text")

    assert [(p.name, p.read_bytes(), mode(p)) for p in sorted(tmp_path.iterdir())] == [
        ("new", b"text", 0o600),
        ("other", b"text", 0o600),
    ]


def test_replacing_keeps_the_mode_and_the_link(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to("target")

    durable.replace(link, b"new")

    assert (target.read_bytes(), mode(target), link.is_symlink()) == (b"new", 0o640, True)


def test_nothing_is_overwritten_without_force(tmp_path):
    file = tmp_path / "a\x1b.json"
    durable.create(file, b"one")

    with pytest.raises(AssessError, match=r"a\\x1b\.json exists already; --force replaces it\."):
        durable.create(file, b"two")
    assert file.read_bytes() == b"one"

    durable.create(file, b"three", force=True)
    assert file.read_bytes() == b"three"


def test_a_dangling_link_counts_as_a_file(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(AssessError, match="exists already"):
        durable.create(tmp_path / "link", b"one")


def test_a_file_that_appears_meanwhile_is_kept(tmp_path):
    (tmp_path / "new").write_bytes(b"mine")
    (tmp_path / "taken").write_bytes(b"theirs")

    with pytest.raises(FileExistsError):
        durable._name_it(tmp_path / "new", tmp_path / "taken")  # noqa: SLF001  the race itself

    assert (tmp_path / "taken").read_bytes() == b"theirs"


def test_without_hard_links_the_name_is_reserved(tmp_path, monkeypatch):
    def refuse(*_paths):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    durable.create(tmp_path / "new", b"text")

    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("new", b"text")]


def test_a_failing_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "a.json").write_bytes(b"old")

    said = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(tmp_path / "a.json")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.startswith(f"74 {tmp_path}/a.json could not be saved: File too large.")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.json", b"old")]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none/a", r"^There is no folder .*/none\.$"),
        ("file/a", r"^There is no folder .*/file\.$"),
        ("folder", r"/folder is a folder, not a file\.$"),
        ("x" * 300, r"xx cannot be written: the name is too long\.$"),
    ],
)
def test_what_cannot_be_a_file_is_no_fault_of_the_disk(tmp_path, name, sentence, force):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    with pytest.raises(AssessError, match=sentence) as caught:
        durable.create(tmp_path / name, b"", force=force)

    assert caught.value.status == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(
    ("code", "status", "sentence"),
    [
        (errno.EACCES, 2, "a/b may not be written: permission denied."),
        (errno.EPERM, 2, "a/b may not be written: permission denied."),
        (errno.EROFS, 74, "a/b could not be saved: Read-only file system."),
        (errno.EIO, 74, "a/b could not be saved: Input/output error."),
        (
            errno.ENOSPC,
            74,
            "a/b could not be saved: No space left on device. Free some space and run again.",
        ),
        (
            errno.EDQUOT,
            74,
            "a/b could not be saved: Disk quota exceeded. Free some space and run again.",
        ),
    ],
)
def test_the_sentence_names_what_the_system_refused(code, status, sentence):
    told = unwritten("a/b", OSError(code, os.strerror(code)))
    assert (told.status, str(told)) == (status, sentence)


def test_folders_are_made(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()

    assert (tmp_path / "a" / "b").is_dir()
    with pytest.raises(AssessError, match=r"file is not a folder\."):
        make_folder(tmp_path / "file")
    with pytest.raises(AssessError, match="the name is too long"):
        make_folder(tmp_path / ("x" * 300))


def test_a_second_writer_is_told_who_holds_the_file(tmp_path, holder):
    with pytest.raises(InUseError) as caught, Lock(tmp_path / "a.json"):
        pass

    assert caught.value.status == 75
    assert f"a.json is in use by process {holder.pid} on " in str(caught.value)
    assert re.search(r" since \d{4}-\d\d-\d\d \d\d:\d\d\. Close", str(caught.value))


def test_a_killed_holder_leaves_no_lock(tmp_path, holder):
    holder.kill()
    holder.wait()

    with Lock(tmp_path / "a.json"):
        assert [p.name for p in tmp_path.iterdir()] == [".a.json.lock"]
    assert list(tmp_path.iterdir()) == []


def test_the_lock_is_taken_on_the_target_of_a_link(tmp_path, holder):
    (tmp_path / "link").symlink_to("a.json")
    with pytest.raises(InUseError), Lock(tmp_path / "link"):
        pass


def test_a_lock_released_between_opening_and_taking_is_taken_anew(tmp_path):
    lock = Lock(tmp_path / "a.json")
    side = tmp_path / ".a.json.lock"
    with side.open("w") as stale:
        side.unlink()
        assert not lock._is_still(stale.fileno())  # noqa: SLF001  the race itself
        side.touch()
        assert not lock._is_still(stale.fileno())  # noqa: SLF001  the race itself


def test_a_lock_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / ".a.json.lock").symlink_to("nowhere")
    with pytest.raises(DiskError, match="cannot be locked for writing"), Lock(tmp_path / "a.json"):
        pass
