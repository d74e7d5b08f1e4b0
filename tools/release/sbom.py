#!/usr/bin/env python3
"""Writes the bill of materials of a build in SPDX 2.3 (JSON) to standard output.

usage: sbom.py COMMAND [--date YYYY-MM-DDThh:mm:ssZ]

What is inside: the pinned data packages of tools/setup/packages.txt and Debian's libhangul-data. What is
linked: the libraries that COMMAND (the built kotext) needs, with the versions of the Debian packages they come
from. Two runs on one build give the same bytes when --date (or SOURCE_DATE_EPOCH) is the same.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Declared licences; NOTICE holds their texts. tests/lint/notice.py keeps the two lists together.
DATA = {"mecab-ko-dic": "Apache-2.0", "cmu-pronouncing-dictionary": "ISC AND BSD-2-Clause", "libhangul-data": "BSD-3-Clause"}
LIBRARIES = {"libicu": "ICU", "libutf8proc": "MIT", "libuchardet": "LGPL-2.1-or-later"}
C_LIBRARY = ("libc.so", "libm.so", "ld-linux", "libpthread", "libgcc_s")


def needed(command):
    """Libraries linked, and those it has the file names of, to load when they are first needed."""
    listing = subprocess.run(["readelf", "-d", command], check=True, capture_output=True, text=True).stdout
    names = set(re.findall(r"\(NEEDED\).*\[(.*)\]", listing))
    names |= {n.decode() for n in re.findall(rb"\0(lib[a-z0-9]+\.so\.[0-9]+)(?=\0)", pathlib.Path(command).read_bytes())}
    return sorted(n for n in names if not n.startswith(C_LIBRARY))


def debian_package(library):
    """Name and version of the package that holds a shared library; '' and NOASSERTION elsewhere."""
    found = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True).stdout.split(":")[0]
    if not found:
        return "", "NOASSERTION"
    return found, debian_version(found)


def debian_version(package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}\n", package], capture_output=True, text=True)
    return done.stdout.split("\n")[0] or "NOASSERTION"


def pinned():
    for line in (ROOT / "tools/setup/packages.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, version, sha256, _ = line.split()
            yield name, version, sha256


def package(name, version, licence, purl=None, sha256=None):
    item = {"SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence,
            "licenseDeclared": licence, "copyrightText": "NOASSERTION"}
    if sha256:
        item["checksums"] = [{"algorithm": "SHA256", "checksumValue": sha256}]
    if purl:
        item["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}]
    return item


def contents():
    for name, version, sha256 in pinned():
        yield package(name, version, DATA[name], f"pkg:npm/{name}@{version}", sha256)
    version = debian_version("libhangul-data")
    yield package("libhangul-data", version, DATA["libhangul-data"], f"pkg:deb/debian/libhangul-data@{version}")


def libraries(command):
    for library in needed(command):
        known = [licence for start, licence in LIBRARIES.items() if library.startswith(start)]
        if not known:
            sys.exit(f"sbom.py: {library} is linked and has no licence here; add it, and to NOTICE")
        name, version = debian_package(library)
        yield package(library, version, known[0], f"pkg:deb/debian/{name}@{version}" if name else None)


def document(command, date):
    version = re.search(r"project\(kotext VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    own = package("kotext", version, "Apache-2.0", None, hashlib.sha256(pathlib.Path(command).read_bytes()).hexdigest())
    inside, linked = list(contents()), list(libraries(command))
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", own)]
    relations += [(own["SPDXID"], "CONTAINS", p) for p in inside] + [(own["SPDXID"], "DYNAMIC_LINK", p) for p in linked]
    return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"kotext-{version}",
            "documentNamespace": f"https://spdx.org/spdxdocs/kotext-{version}-{own['checksums'][0]['checksumValue'][:16]}",
            "creationInfo": {"created": date, "creators": ["Tool: kotext-sbom"]}, "packages": [own, *inside, *linked],
            "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": p["SPDXID"]}
                              for a, kind, p in relations]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("--date")
    args = parser.parse_args()
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", datetime.datetime.now().timestamp()))
    date = args.date or datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    json.dump(document(args.command, date), sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
