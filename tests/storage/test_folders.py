"""Folders replace the last ones together or not at all: at every point where the disk fails or the run is killed."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from report_utils.storage import disk
from report_utils.storage.files import NotSavedError
from report_utils.storage.folders import Pair, discard, publish, recover, remove, replaced, swap

CALLS = ("write", "sync", "rename", "exchange", "unlink", "mkdir", "rmdir")
OLD, NEW = "cũ", "mới"


class Killed(BaseException):
    """Stands for the end of the process: no handler of the code runs."""


class Disk:
    """The disk that fails at its call number `at`, and knows which files would not outlast a loss of power."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int, error: Callable[[], BaseException]) -> None:
        self.at, self.error, self.calls, self.dead = at, error, 0, False
        self.loose: set[int] = set()
        for name in CALLS:
            patch.setattr(disk, name, self._counted(name, getattr(disk, name)))

    def _counted(self, name: str, true: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Path, *rest: Any) -> Any:
            self.calls += 1
            if self.dead or self.calls == self.at:
                error = self.error()
                self.dead = isinstance(error, Killed)
                raise error
            result = true(path, *rest)
            if name == "write":
                self.loose.add(path.stat().st_ino)
            elif name == "sync":
                self.loose.discard(path.stat().st_ino)
            return result

        return call

    def lose_power(self, *roots: Path) -> None:
        """Truncate what nobody waited for."""
        for path in (path for root in roots for path in root.rglob("*") if path.is_file()):
            if path.stat().st_ino in self.loose:
                path.write_bytes(path.read_bytes()[:1])


@pytest.fixture(params=["one step", "three renames"])
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Also as on a system that cannot exchange folders."""
    if request.param == "three renames":

        def refuse(*_: Path) -> None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

        monkeypatch.setattr(disk, "exchange", refuse)
    return str(request.param)


def pairs_in(root: Path) -> list[Pair]:
    return [(root / part / ".x.new", root / part / "x") for part in ("processed", "reports")]


def journal_in(root: Path) -> Path:
    return root / "reports" / ".x.journal"


def prepared(root: Path, *, old: bool = True) -> list[Pair]:
    """New folders that are complete, and the last ones."""
    pairs = pairs_in(root)
    for new, goal in pairs:
        for folder, text in ((new, NEW), (goal, OLD))[: 2 if old else 1]:
            (folder / "con").mkdir(parents=True)
            (folder / "tệp.txt").write_text(text, encoding="utf-8")
            (folder / "con" / f"{text}.txt").write_text(text, encoding="utf-8")
        goal.parent.mkdir(exist_ok=True)
    return pairs


def state(root: Path) -> list[dict[str, str]]:
    """What lies in each goal."""
    return [
        {path.relative_to(goal).as_posix(): path.read_text(encoding="utf-8")
         for path in sorted(goal.rglob("*")) if path.is_file()}
        for _, goal in pairs_in(root)
    ]  # fmt: skip


def all_of(text: str) -> list[dict[str, str]]:
    return [{"tệp.txt": text, f"con/{text}.txt": text}] * 2


def leftovers(root: Path) -> list[str]:
    return [path.name for part in ("processed", "reports") for path in (root / part).iterdir() if path.name != "x"]


def errors() -> Iterator[Callable[[], BaseException]]:
    for code in (errno.ENOSPC, errno.EACCES, errno.EIO):
        yield lambda code=code: OSError(code, os.strerror(code))  # type: ignore[misc]


Point = tuple[Path, "Disk", bool]


def points(tmp_path: Path, error: Callable[[], BaseException], *, old: bool = True) -> Iterator[Point]:
    """Publish with a failure at point 1, 2, 3 … until none is left: where it was, the disk, whether it went well."""
    for at in range(1, 1000):
        root = tmp_path / f"{at}"
        pairs = prepared(root, old=old)
        with pytest.MonkeyPatch.context() as patch:
            broken = Disk(patch, at, error)
            try:
                publish(pairs, journal_in(root))
                well = True
            except (NotSavedError, Killed):
                well = False
        yield root, broken, well
        if broken.calls < at:
            return


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("old", [True, False], ids=["replacing", "first"])
@pytest.mark.parametrize("error", list(errors()), ids=["full", "refused", "broken"])
def test_a_disk_that_fails_at_any_point_leaves_all_old_or_all_new(
    tmp_path: Path, error: Callable[[], BaseException], old: bool
) -> None:
    before = all_of(OLD) if old else [{}, {}]
    for root, disk_, well in points(tmp_path, error, old=old):
        assert state(root) == (all_of(NEW) if well else before), f"point {disk_.at}"
        recover(pairs_in(root), journal_in(root))
        assert state(root) == (all_of(NEW) if well else before), f"point {disk_.at}"
        assert leftovers(root) == []


@pytest.mark.usefixtures("ways")
@pytest.mark.parametrize("old", [True, False], ids=["replacing", "first"])
def test_a_run_killed_at_any_point_is_brought_in_order_at_the_next_start(tmp_path: Path, old: bool) -> None:
    before = all_of(OLD) if old else [{}, {}]
    seen = set()
    for root, disk_, well in points(tmp_path, Killed, old=old):
        recover(pairs_in(root), journal_in(root))
        assert state(root) in ([all_of(NEW)] if well else [before, all_of(NEW)]), f"point {disk_.at}"
        assert leftovers(root) == []
        seen.add(str(state(root)))
    assert len(seen) == 2


def test_where_folders_can_be_exchanged_the_last_report_is_whole_at_every_moment(tmp_path: Path) -> None:
    for root, disk_, _ in points(tmp_path, Killed):
        assert all(one in (all_of(OLD)[0], all_of(NEW)[0]) for one in state(root)), f"point {disk_.at}"


@pytest.mark.usefixtures("ways")
def test_nothing_is_torn_when_the_power_fails_at_any_point(tmp_path: Path) -> None:
    assert all(whole_after_loss_of_power(tmp_path))


def test_the_test_of_lost_power_fails_without_the_sync(tmp_path: Path) -> None:
    assert not all(whole_after_loss_of_power(tmp_path, synced=False))


def test_the_names_of_the_new_folders_last_before_the_journal_tells_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs, synced = prepared(tmp_path), set[Path]()
    sync, write = disk.sync, disk.write

    def journal_written(path: Path, data: bytes) -> None:
        assert synced >= {new.parent for new, _ in pairs}
        write(path, data)

    monkeypatch.setattr(disk, "sync", lambda path: (synced.add(path), sync(path))[1])
    monkeypatch.setattr(disk, "write", journal_written)
    publish(pairs, journal_in(tmp_path))
    assert state(tmp_path) == all_of(NEW)


def whole_after_loss_of_power(tmp_path: Path, *, synced: bool = True) -> Iterator[bool]:
    """For each point, whether all is old or all is new once the run that lost its power is recovered."""
    for at in range(1, 1000):
        root = tmp_path / f"{at}"
        pairs = prepared(root)
        with pytest.MonkeyPatch.context() as patch:
            broken = Disk(patch, at, Killed)
            broken.loose = {path.stat().st_ino for new, _ in pairs for path in new.rglob("*") if path.is_file()}
            if not synced:
                patch.setattr(disk, "sync", lambda _: None)
            with suppress(Killed):
                publish(pairs, journal_in(root))
        broken.lose_power(root)
        recover(pairs, journal_in(root))
        yield state(root) in (all_of(OLD), all_of(NEW))
        if broken.calls < at:
            return


def test_what_a_person_changes_after_a_killed_run_is_kept(tmp_path: Path) -> None:
    for root, disk_, _ in points(tmp_path, Killed):
        edited = root / "reports" / "x" / "tệp.txt"
        edited.write_text("sửa tay", encoding="utf-8")
        recover(pairs_in(root), journal_in(root))
        assert edited.read_text(encoding="utf-8") == "sửa tay", f"point {disk_.at}"


def test_recovering_where_nothing_happened_changes_nothing(tmp_path: Path) -> None:
    prepared(tmp_path)
    recover(pairs_in(tmp_path), journal_in(tmp_path))
    assert state(tmp_path) == all_of(OLD)
    assert leftovers(tmp_path) == []


def test_recovering_twice_is_recovering_once_also_when_killed_between(tmp_path: Path) -> None:
    for root, _, _ in points(tmp_path, Killed):
        with pytest.MonkeyPatch.context() as patch, suppress(Killed):
            Disk(patch, 2, Killed)
            recover(pairs_in(root), journal_in(root))
        recover(pairs_in(root), journal_in(root))
        assert state(root) in (all_of(OLD), all_of(NEW))
        assert leftovers(root) == []


def test_a_journal_that_says_nothing_is_removed(tmp_path: Path) -> None:
    prepared(tmp_path)
    journal_in(tmp_path).write_text("hỏng", encoding="utf-8")
    recover(pairs_in(tmp_path), journal_in(tmp_path))
    assert state(tmp_path) == all_of(OLD)
    assert leftovers(tmp_path) == []


@pytest.mark.usefixtures("ways")
def test_two_folders_change_places(tmp_path: Path) -> None:
    (new, goal), _ = prepared(tmp_path)
    swap(new, goal)
    assert [(folder / "tệp.txt").read_text(encoding="utf-8") for folder in (new, goal)] == [OLD, NEW]


def test_removing_a_folder_does_not_follow_links(tmp_path: Path) -> None:
    (tmp_path / "giữ").mkdir()
    (tmp_path / "giữ" / "tệp").touch()
    (tmp_path / "bỏ").mkdir()
    (tmp_path / "bỏ" / "liên kết").symlink_to(tmp_path / "giữ", target_is_directory=True)
    remove(tmp_path / "bỏ")
    assert [path.name for path in tmp_path.rglob("*")] == ["giữ", "tệp"]


def test_what_cannot_be_cleared_away_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = prepared(tmp_path)
    Disk(monkeypatch, 1, lambda: OSError(errno.EACCES, "đang mở"))
    with pytest.raises(NotSavedError, match="Không ghi được «x»: không có quyền"):
        recover(pairs, journal_in(tmp_path))


def test_old_folders_that_could_not_be_put_back_are_kept_until_they_can(tmp_path: Path) -> None:
    prepared(tmp_path)
    (processed, _), (reports, _) = pairs_in(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        true, calls = disk.exchange, []

        def once(one: Path, other: Path) -> None:
            calls.append(one)
            if len(calls) > 1:
                raise OSError(errno.EIO, "hỏng")
            true(one, other)

        patch.setattr(disk, "exchange", once)
        with pytest.raises(NotSavedError), replaced(pairs_in(tmp_path), journal_in(tmp_path)):  # noqa: PT012
            for new in (processed, reports):
                (new / "mới.txt").touch()
    with suppress(ZeroDivisionError), replaced(pairs_in(tmp_path), journal_in(tmp_path)):
        raise ZeroDivisionError
    assert state(tmp_path) == all_of(OLD)
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("at", [1, 7, 12])
def test_a_failure_names_the_folder_of_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    pairs = prepared(tmp_path)
    Disk(monkeypatch, at, lambda: OSError(errno.ENOSPC, "đầy"))
    with pytest.raises(NotSavedError, match=r"^Không ghi được «x»: đĩa đã đầy\. .* Hãy giải phóng dung lượng"):
        publish(pairs, journal_in(tmp_path))


def test_discarding_does_not_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    Disk(monkeypatch, 1, lambda: OSError(errno.EACCES, "đang mở"))
    discard(tmp_path / "x")
    discard(tmp_path / "x")
    assert not (tmp_path / "x").exists()
