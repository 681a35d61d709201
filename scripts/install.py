"""Makes `.venv` and installs hashed requirements into it: `python3 scripts/install.py core|test`.

Needs nothing but a Python with pip; says in a sentence what is missing. uv for speed, pip where that fails.
Written for the oldest Python that may meet it, so that even that one can say what it lacks.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
OLDEST = (3, 11)
PIP = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def main(wanted):
    """Install what `requirements/<wanted>.txt` lists, and the project itself."""
    if sys.version_info < OLDEST:
        use_newer_python()
    if not works([PYTHON, "-m", "pip", "--version"]):
        make_environment()
    run([*PIP, "--require-hashes", "-r", locked("build")], "the tools that install the rest")
    print(f"Installing requirements/{wanted}.txt / 正在安装 requirements/{wanted}.txt", flush=True)
    uv = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", PYTHON]
    if subprocess.call([*uv, "--require-hashes", "-r", locked(wanted)]) != 0:
        print("uv could not; pip tries / uv 没有成功，改用 pip", flush=True)
        run([*PIP, "--require-hashes", "-r", locked(wanted)], f"requirements/{wanted}.txt")
    if wanted == "test":
        alone = ["--no-deps", "--ignore-requires-python", "--require-hashes"]
        run([*PIP, *alone, "-r", locked("oracles")], "requirements/oracles.txt")
    run([*PIP, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)], "Linli itself")


def use_newer_python():
    """Hand over to a newer Python of this machine, if it has one."""
    for minor in range(OLDEST[1], 20):
        newer = shutil.which(f"python3.{minor}")
        if newer and works([newer, "-m", "pip", "--version"]):
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 - no shell is wanted
    here = sys.version.split()[0]
    stop(
        f"Linli needs Python 3.11 or newer with pip; this is {here}.",
        f"邻里需要 Python 3.11 或更新的版本（带 pip）；现在的是 {here}。",
    )


def make_environment():
    """A fresh environment; where venv comes without pip (Debian), the machine's own pip fills it."""
    print("Making .venv / 正在建立 .venv", flush=True)
    shutil.rmtree(str(VENV), ignore_errors=True)
    if works([sys.executable, "-m", "venv", str(VENV)]):
        return
    shutil.rmtree(str(VENV), ignore_errors=True)
    bare = works([sys.executable, "-m", "venv", "--without-pip", str(VENV)])
    if not (bare and works([sys.executable, "-m", "pip", "--python", PYTHON, "install", "--quiet", "pip"])):
        stop(
            "This Python cannot make a virtual environment: install its venv module (Debian: apt install python3-venv)",
            "这个 Python 建不了虚拟环境：请安装它的 venv 模块（Debian 上：apt install python3-venv）。",
        )


def locked(name):
    """The hashed requirements called `name`."""
    return str(ROOT / "requirements" / f"{name}.txt")


def works(command):
    """Whether `command` can be run and succeeds, in silence."""
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def run(command, what):
    """Run `command`; stop with a sentence where it fails."""
    if subprocess.call(command) != 0:
        stop(
            f"Could not install {what}: see the lines above. Is a package registry reachable?",
            f"没能安装 {what}：请看上面几行。能连上软件包仓库吗？",
        )


def stop(english, chinese):
    """End with a sentence in both languages."""
    sys.exit(f"{english}\n{chinese}")


if __name__ == "__main__":
    main(sys.argv[1])
