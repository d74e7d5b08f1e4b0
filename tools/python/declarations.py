"""Makes kotext/_abi.py, the C declarations as cffi reads them, from the public headers themselves.

usage: declarations.py INCLUDE_DIR OUTPUT [COMPILER]
"""
import pathlib
import subprocess
import sys
import tempfile

import cffi


def preprocessed(include, compiler):
    """The umbrella header without the system's own: cffi knows size_t and the fixed-width types."""
    with tempfile.TemporaryDirectory() as empty:
        for name in ("stddef.h", "stdint.h"):
            pathlib.Path(empty, name).touch()
        command = [compiler, "-E", "-P", "-U__GNUC__", "-nostdinc", "-isystem", empty, f"-I{include}", "-xc", "-"]
        return subprocess.run(command, input="#include <kotext/kotext.h>\n", capture_output=True, text=True,
                              check=True).stdout


def main():
    include, output = sys.argv[1:3]
    builder = cffi.FFI()
    builder.set_source("kotext._abi", None)
    builder.cdef(preprocessed(include, sys.argv[3] if len(sys.argv) > 3 else "cc"))
    builder.emit_python_code(output)


if __name__ == "__main__":
    main()
