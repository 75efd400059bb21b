"""The rules of the house: docs/architecture.md, held by reading the source."""

import ast
import json
import re
import statistics
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "report_utils"
MODULES = sorted(PACKAGE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

ROOMS = [
    "errors", "opc", "collection", "progress", "storage", "vietnamese", "findings", "agency", "prose", "forms",
    "intake", "privacy", "checks", "figures", "document", "publish", "lint", "review", "run", "starter", "cli",
]  # fmt: skip
SIBLINGS = {frozenset({"document", "publish"})}
DOORS = {"__init__", "__main__"}  # the package itself, and `python -m report_utils`
VAGUE_NAMES = {"utils", "helpers", "common", "manager"}
MOST_LINES_OF_A_MODULE = 400
MEDIAN_LINES_OF_A_FUNCTION, MOST_LINES_OF_95_PERCENT = 12, 30

# A pattern must not match the line that defines it, for this file is searched as well.
FORBIDDEN_TEXT = {
    "a path of one machine": r"(?<![\w.:/-])/(?:work|home|root|tmp|Users)/\w|\b[A-Z]:[\\/]+Users\b",
    "a package index": r"index[-_]url|find[-_]links",
    "a folder outside the project": r"\.\.[/\\]shared",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def modules(that: Callable[[Path], object]) -> list[str]:
    """The names of the modules that are so."""
    return [name_of(module) for module in MODULES if that(module)]


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.Module) -> set[str]:
    """Rooms of this package that a module imports from, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    parts = (name.split(".") for name in names)
    return {part[1] for part in parts if part[0] == "report_utils" and len(part) > 1} - {"__version__"}


def open_rooms(room: str) -> set[str]:
    """The rooms a module of this room may import from: its own and those to its left, all for `run` and `cli`."""
    if room in {"run", "cli"} | DOORS:
        return set(ROOMS)
    if room == "starter":  # it writes settings and knows nothing of what becomes of them
        return {"errors", "storage", "vietnamese", "agency", "starter"}
    left = ROOMS[: ROOMS.index(room) + 1]
    return {other for other in left if frozenset({room, other}) not in SIBLINGS}


def test_the_modules_are_found() -> None:
    assert len(MODULES) > 400


def test_every_module_is_in_a_known_room() -> None:
    assert modules(lambda module: room_of(module) not in {*ROOMS, *DOORS}) == []


def test_a_module_imports_only_from_its_room_and_rooms_to_the_left() -> None:
    assert modules(lambda module: imported_rooms(tree_of(module)) - open_rooms(room_of(module))) == []


def test_the_search_for_imports_sees_every_form_of_import() -> None:
    lines = [
        "import report_utils.run", "from report_utils import forms", "if x:", " from report_utils.intake.x import y",
    ]
    assert imported_rooms(ast.parse("\n".join(lines))) == {"run", "forms", "intake"}


def test_publish_and_document_do_not_know_each_other() -> None:
    assert "document" not in open_rooms("publish")
    assert "publish" not in open_rooms("document")


def test_no_module_has_a_vague_name() -> None:
    assert modules(lambda module: VAGUE_NAMES & {module.stem, *module.relative_to(PACKAGE).parts}) == []


def test_no_module_is_long() -> None:
    assert modules(lambda module: len(lines_of(module)) > MOST_LINES_OF_A_MODULE) == []


def lines_of(module: Path) -> list[str]:
    return module.read_text(encoding="utf-8").splitlines()


def function_lengths() -> Iterator[tuple[int, str]]:
    """Lines of each function of the package without its docstring, and its name."""
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield lines - docstring_lines(node), f"{name_of(module)}:{node.name}"


def docstring_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if ast.get_docstring(function) is None:
        return 0
    first = function.body[0]
    return (first.end_lineno or first.lineno) - first.lineno + 1


def test_functions_are_short() -> None:
    lengths = sorted(function_lengths(), reverse=True)
    lines = [length for length, _ in lengths]
    median, most = statistics.median(lines), statistics.quantiles(lines, n=20, method="inclusive")[-1]
    longest = "\n".join(f"{length:4} {name}" for length, name in lengths[:15])
    report = f"median {median}, 95th percentile {most}; the longest:\n{longest}"
    assert median <= MEDIAN_LINES_OF_A_FUNCTION, report
    assert most <= MOST_LINES_OF_95_PERCENT, report


def test_no_module_catches_everything_or_asserts() -> None:
    blunt = [f"{name_of(module)}:{node.lineno}" for module in MODULES for node in ast.walk(tree_of(module))
             if is_assert_or_catch_all(node)]
    assert not blunt, f"lines {blunt}"


def is_assert_or_catch_all(node: ast.AST) -> bool:
    if isinstance(node, ast.ExceptHandler):
        caught = ast.walk(node.type) if node.type else []
        names = {part.id for part in caught if isinstance(part, ast.Name)}
        return node.type is None or bool(names & {"Exception", "BaseException"})
    return isinstance(node, ast.Assert)


# To write a file elsewhere than in storage/ is to leave a torn one when the run is killed. What lies in a folder of the
# system for temporary files, and the folders of starter/, which undoes its own, are no results; a log is added to, and
# what was shipped is moved into a staging folder, of which publishing syncs every file; opc packs into memory.
WRITING_ALWAYS = {
    "write_bytes", "write_text", "touch", "unlink", "rmtree", "rename", "copy2", "copyfile", "copytree", "mkdir",
    "rmdir",
}  # fmt: skip
WRITING_TO_A_PATH = {"to_parquet", "to_csv", "to_excel"}
WRITERS_ELSEWHERE = {
    "run/office.py": {"write_bytes"}, "starter/placing.py": {"rename", "unlink", "rmtree", "mkdir", "rmdir"},
    "run/log.py": {"mkdir", "open"}, "run/kernels/folder.py": {"rmtree"}, "run/batch/shipping.py": {"rename", "rmdir"},
    "run/verifying.py": {"copytree"}, "opc.py": {"open"},
}  # fmt: skip


def test_files_are_written_in_storage_only() -> None:
    assert modules(lambda module: room_of(module) != "storage" and writers_in(tree_of(module)) - allowed(module)) == []


def allowed(module: Path) -> set[str]:
    return WRITERS_ELSEWHERE.get(module.relative_to(PACKAGE).as_posix(), set())


def writers_in(tree: ast.Module) -> set[str]:
    """Names of the functions that write or remove a file, whether called or passed on."""
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & WRITING_ALWAYS
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return names | {name for node in calls if (name := called_name(node)) and writes(name, node)}


def called_name(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def writes(name: str, call: ast.Call) -> bool:
    """Whether a call with these arguments writes: a table into a file, or a file that is opened to be written."""
    if name in WRITING_TO_A_PATH:
        return bool(call.args)
    words = [node.value for node in (*call.args, *(k.value for k in call.keywords)) if isinstance(node, ast.Constant)]
    return name == "open" and any(re.fullmatch("[wax]b?t?[+]?|r[bt]?[+]", str(word)) for word in words)


def test_the_search_for_writers_sees_each() -> None:
    lines = [
        "p.write_text(x)", "p.open('w')", "p.open(mode='ab')", "f.to_csv(p)", "shutil.copy2(p, q)", "g(Path.unlink)",
    ]  # fmt: skip
    assert [sorted(writers_in(ast.parse(line))) for line in lines] == [
        ["write_text"], ["open"], ["open"], ["to_csv"], ["copy2"], ["unlink"],
    ]  # fmt: skip
    harmless = ["p.open()", "p.open('rb')", "f.to_csv(index=False)", "t.replace('a', 'b')", "z.open('x.y')"]
    assert not any(writers_in(ast.parse(line)) for line in harmless)


# Kernels are spoken to over a pair of sockets within the machine; `urllib.parse` only writes addresses.
NETWORK = {
    "aiohttp", "distributed", "ftplib", "http", "httpx", "imaplib", "requests", "smtplib", "socket", "ssl", "telnetlib",
    "urllib", "webbrowser", "xmlrpc",
}  # fmt: skip
SPEAKING = {
    "run/kernels/messages.py": {"socket"}, "run/kernels/nurse.py": {"socket"}, "run/kernels/nursery.py": {"socket"},
    "run/batch/cluster.py": {"distributed"},
}  # fmt: skip


def test_nothing_speaks_over_a_network_but_the_cluster() -> None:
    speaking = {module.relative_to(PACKAGE).as_posix(): network_imports(tree_of(module)) for module in MODULES}
    assert {name: names for name, names in speaking.items() if names - SPEAKING.get(name, set())} == {}


def network_imports(tree: ast.Module) -> set[str]:
    """Libraries for a network that a module imports, by name or through importlib."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {str(node.args[0].value) for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args
              and called_name(node) == "import_module" and isinstance(node.args[0], ast.Constant)}
    return {name.partition(".")[0] for name in names - {"urllib.parse"}} & NETWORK


def test_sockets_are_pairs_within_the_machine() -> None:
    opening = {"AF_INET", "AF_INET6", "create_connection", "create_server"}
    assert modules(lambda module: opening & {n.attr for n in ast.walk(tree_of(module)) if isinstance(n, ast.Attribute)}
                   ) == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_no_notebook_is_kept_with_outputs(notebook: Path) -> None:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    run = [n for n, cell in enumerate(cells, 1) if cell.get("outputs") or cell.get("execution_count")]
    assert not run, f"cells {run}"


@cache
def project_texts() -> dict[Path, list[str]]:
    """The lines of what git tracks or would track; nothing where the project was unpacked without git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout.decode()
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    contents = {path: path.read_bytes() for path in paths if path.is_file()}
    return {path: data.decode(errors="replace").splitlines() for path, data in contents.items() if b"\0" not in data}


@pytest.mark.parametrize("what", FORBIDDEN_TEXT)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(FORBIDDEN_TEXT[what])
    found = [
        f"{name_of(path)}:{number}"
        for path, lines in project_texts().items()
        for number, line in enumerate(lines, 1)
        if pattern.search(line)
    ]
    assert not found, f"{what}: {found}"
