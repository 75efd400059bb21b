"""LibreOffice is found by itself, runs alone, and whatever it does, it is gone afterwards."""

import datetime as dt
import os
import select
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from report_utils.run.office import (
    VARIABLE,
    ConversionError,
    Office,
    OfficeMissingError,
    find_office,
    usual_places,
)

DAY = dt.date(2024, 9, 14)
Install = Callable[[str], Path]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where conversions put their folders; it must be empty after each."""
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def alive(tmp_path: Path) -> Iterator[Callable[[], bool]]:
    """Whether any process still holds the pipe "sống" open for writing."""
    os.mkfifo(tmp_path / "sống")
    pipe = os.open(tmp_path / "sống", os.O_RDONLY | os.O_NONBLOCK)

    def look() -> bool:
        """The end of the pipe can be read as soon as nobody can write into it."""
        return not (select.select([pipe], [], [], 5)[0] and os.read(pipe, 1) == b"")

    yield look
    os.close(pipe)


# Found


def test_the_program_named_by_the_environment_counts(fake_office: Install) -> None:
    program = fake_office("")
    assert find_office().program == program


def test_a_name_that_is_no_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/không/có/soffice")
    with pytest.raises(OfficeMissingError, match="«/không/có/soffice» trong BAOCAO_SOFFICE"):
        find_office()


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_it_is_found_on_the_path(fake_office: Install, no_office: None, tmp_path: Path, name: str) -> None:
    program = fake_office("").rename(tmp_path / name)
    os.environ.pop(VARIABLE)
    assert find_office().program == program


def test_it_is_found_in_a_usual_folder(fake_office: Install, no_office: None, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_office("")
    os.environ.pop(VARIABLE)
    places = (program.with_name("không có"), program)
    monkeypatch.setattr("report_utils.run.office.usual_places", lambda variables, home: iter(places))
    assert find_office().program == program


def test_the_usual_folders_are_those_of_windows_and_macos_and_linux(tmp_path: Path) -> None:
    places = [place.as_posix() for place in usual_places({"ProgramFiles": "C:/Program Files"}, tmp_path)]
    assert places[0] == "C:/Program Files/LibreOffice/program/soffice.com"
    assert "/Applications/LibreOffice.app/Contents/MacOS/soffice" in places
    assert "/usr/lib/libreoffice/program/soffice" in places


def test_where_there_is_none_one_sentence_says_how_to_get_it(no_office: None) -> None:
    with pytest.raises(OfficeMissingError) as raised:
        find_office()
    assert raised.value.message == (
        "Chưa ghi được PDF vì chưa thấy LibreOffice: hãy cài LibreOffice (miễn phí, tại www.libreoffice.org) hoặc đặt "
        "biến môi trường BAOCAO_SOFFICE là đường dẫn đến chương trình soffice."
    )


# Run


def test_a_conversion_has_a_profile_a_zone_and_a_day_of_its_own(fake_office: Install, temporary: Path) -> None:
    fake_office('echo "$1 $TZ $SOURCE_DATE_EPOCH" > "$out"')
    profile, zone, day = find_office().convert(b"word", "pdf:x", DAY).decode().split()
    assert profile.startswith(f"-env:UserInstallation={temporary.as_uri()}/baocao-")
    assert (zone, day) == ("UTC", "1726272000")
    assert list(temporary.iterdir()) == []


FAILURES = {
    "fails": ('cp "$good" "$out"; exit 3', "chương trình kết thúc với mã 3"),
    "writes nothing": ("exit 0", "không có tệp nào được ghi ra"),
    "is killed": ("kill -9 $$", "chương trình kết thúc với mã -9"),
}


@pytest.mark.parametrize("what", FAILURES)
def test_a_program_that(fake_office: Install, temporary: Path, what: str) -> None:
    script, reason = FAILURES[what]
    fake_office(script)
    with pytest.raises(ConversionError, match=reason):
        find_office().convert(b"word", "pdf", DAY)
    assert list(temporary.iterdir()) == []


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match=r"không chạy được .*soffice"):
        Office(tmp_path / "soffice").convert(b"word", "pdf", DAY)


HANGING = 'exec 3> "$(dirname "$0")/sống"; sleep 60 & sleep 60'


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    fake_office: Install, temporary: Path, alive: Callable[[], bool]
) -> None:
    program = fake_office(HANGING)
    with pytest.raises(ConversionError, match=r"quá 0.5 giây"):
        Office(program, seconds=0.5).convert(b"word", "pdf", DAY)
    assert not alive()
    assert list(temporary.iterdir()) == []


def test_what_a_program_leaves_running_is_ended(fake_office: Install, alive: Callable[[], bool]) -> None:
    program = fake_office('exec 3> "$(dirname "$0")/sống"; sleep 60 & cp "$good" "$out"')
    assert Office(program).convert(b"word", "pdf", DAY).startswith(b"%PDF")
    assert not alive()


def test_an_interruption_ends_the_program(
    fake_office: Install, temporary: Path, alive: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = fake_office(HANGING)
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            Office(program).convert(b"word", "pdf", DAY)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert not alive()
    assert list(temporary.iterdir()) == []
