# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make `rules/data/asyncapi.json.xz` from the npm package `@asyncapi/specs`.

    npm pack @asyncapi/specs && tar xzf asyncapi-specs-*.tgz
    python scripts/make_asyncapi_schemas.py package

The published schemas of AsyncAPI 2 and 3, unchanged, by version; those without `$id`, in which
every reference leads within the schema.
"""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "rules" / "data" / "asyncapi.json.xz"


def main(package: Path) -> None:
    """Write the schemas of an unpacked package."""
    found = {
        path.name.removesuffix("-without-$id.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((package / "schemas").glob("[23].*-without-$id.json"))
        if "-rc" not in path.name
    }
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9))
    print(f"{len(found)} versions, {TARGET.stat().st_size} bytes: {', '.join(found)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
