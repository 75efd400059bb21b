"""One run an agency and period at a time."""

import os
from pathlib import Path

import pytest

from report_utils.run.lock import LockedError, locked


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return tmp_path / "reports" / "syt-brvt" / "2024-Q3"


def test_a_second_run_is_told_who_holds_the_lock(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ngọc")
    with locked(reports, "syt-brvt 2024-Q3"):
        with pytest.raises(LockedError) as caught, locked(reports, "syt-brvt 2024-Q3"):
            pytest.fail("the lock was given twice")
        assert f"syt-brvt 2024-Q3 (ngọc, tiến trình {os.getpid()})" in caught.value.message
        with pytest.raises(LockedError, match="ngọc"), locked(reports, "syt-brvt 2024-Q3"):
            pytest.fail("the first attempt took the lock away")


def test_a_lock_is_free_again_afterwards_also_after_a_failure(reports: Path) -> None:
    with pytest.raises(ValueError, match="hỏng"), locked(reports, "x"):
        raise ValueError("hỏng")
    with locked(reports, "x"):
        pass
    assert not list(reports.parent.glob(".*.holder"))


def test_other_periods_are_not_locked(reports: Path) -> None:
    with locked(reports, "x"), locked(reports.with_name("2024-Y"), "y"):
        pass


def test_an_account_without_a_name_can_run_too(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4321")

    monkeypatch.setattr("getpass.getuser", nobody)
    with locked(reports, "x"), pytest.raises(LockedError, match="tài khoản không tên, tiến trình"):  # noqa: SIM117
        with locked(reports, "x"):
            pass


def test_a_lock_whose_holder_did_not_say_who_he_is(reports: Path) -> None:
    with locked(reports, "x"):
        reports.with_name(".2024-Q3.holder").unlink()
        with pytest.raises(LockedError, match="không rõ người chạy"), locked(reports, "x"):
            pass
