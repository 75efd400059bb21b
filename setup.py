"""The wheel holds the sample workspace, which the repository has in its root: copied when the wheel is built."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.dont_write_bytecode = True  # in the package, where it would be packed as well
sys.path.insert(0, str(ROOT / "src"))

from report_utils.starter.samples import sample_files  # noqa: E402

WORKSPACE = "report_utils/starter/workspace"


class BuildWithSamples(build_py):
    """build_py, and the sample files into the package; an editable install finds them in the repository."""

    def run(self) -> None:
        super().run()
        for path in () if self.editable_mode else sample_files(ROOT):
            goal = Path(self.build_lib, WORKSPACE, path)
            self.mkpath(str(goal.parent))
            self.copy_file(str(ROOT / path), str(goal), preserve_mode=False)

    def get_source_files(self) -> list[str]:
        """What a source distribution must hold."""
        return [*super().get_source_files(), *(path.as_posix() for path in sample_files(ROOT))]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        samples = () if self.editable_mode else sample_files(ROOT)
        made = [str(Path(self.build_lib, WORKSPACE, path)) for path in samples]
        return [*super().get_outputs(include_bytecode), *made]


setup(cmdclass={"build_py": BuildWithSamples})
