# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the files for other programs with independent ones and holds what they read against each other.

Usage: external-files.py FOLDER LANGUAGE [SOFFICE] [OGRINFO]
"""
import csv, json, re, sqlite3, subprocess, sys, tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import pyam

folder, language = Path(sys.argv[1]), sys.argv[2]
soffice, ogrinfo = (sys.argv[3:] + ["", ""])[:2]
package = json.loads((folder / "datapackage.json").read_text())
resources = [r for r in package["resources"] if r["name"].endswith("-" + language)]
problems = []


def expect(condition, words):
    if not condition:
        problems.append(words)


def rows_of(resource):
    with open(folder / resource["path"], encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=resource["dialect"]["delimiter"]))


def value(text, field, missing):
    """What a cell of the CSV says, as a workbook would hold it."""
    if text in missing:
        return None if text == "" else text
    if field["type"] in ("number", "integer", "year"):
        return float(text.replace(field.get("decimalChar", "."), "."))
    return text[1:] if text.startswith("'") and text[1:2] in "=+-@\t\r" else text


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, float):
        return abs(left - right) <= 1e-12 * abs(right)
    return left == right


# The workbook, cell by cell.
book = openpyxl.load_workbook(folder / "results.xlsx")
expect(len(book.sheetnames) == len(resources), f"{len(book.sheetnames)} sheets, {len(resources)} tables")
cells = 0
for sheet, resource in zip(book, resources):
    rows, fields = rows_of(resource), resource["schema"]["fields"]
    missing = resource["schema"]["missingValues"]
    if resource["name"].startswith("about-"):
        rows = rows[1:]
        found = [[c.value for c in row] for row in sheet.iter_rows(min_row=2, max_row=1 + len(rows))]
        expect(found == rows, "the first sheet differs from its CSV")
        continue
    expect(sheet.freeze_panes == "A2", f"{sheet.title}: the header is not frozen")
    expect(sheet.auto_filter.ref is not None, f"{sheet.title}: no filter")
    expect(sheet.max_row == max(1, len(rows)), f"{sheet.title}: {sheet.max_row} rows, CSV {len(rows)}")
    found = sheet.iter_rows(values_only=True)
    if language == "nl":
        expect(list(next(found)) == rows[0], f"{sheet.title}: the header differs")
    else:
        next(found)
    for number, (row, line) in enumerate(zip(found, rows[1:]), 2):
        for cell, text, field in zip(row, line, fields):
            cells += 1
            if not same(cell, value(text, field, missing)):
                expect(len(problems) > 9, f"{sheet.title} row {number}, {field['name']}: {cell!r}, CSV {text!r}")
print(f"openpyxl: {len(book.sheetnames)} sheets, {cells} cells held against the CSV")

# The same through LibreOffice, which says when it had to repair.
if soffice:
    with tempfile.TemporaryDirectory() as temporary:
        # 59 semicolon, 34 quote, 76 UTF-8, -1 every sheet in a file of its own.
        answer = subprocess.run(
            [soffice, f"-env:UserInstallation=file://{temporary}/profile", "--headless", "--convert-to",
             "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1",
             "--outdir", temporary, str(folder / "results.xlsx")],
            capture_output=True, text=True, timeout=300)
        expect(answer.returncode == 0, f"soffice: {answer.stderr[-300:]}")
        expect("repair" not in (answer.stdout + answer.stderr).lower(), "soffice had to repair")
        made = 0
        for sheet, resource in list(zip(book.sheetnames, resources))[1:]:
            path = Path(temporary) / f"results-{sheet}.csv"
            if not path.exists():
                expect(False, f"soffice made no {path.name}")
                continue
            made += 1
            with open(path, encoding="utf-8", newline="") as file:
                got = list(csv.reader(file, delimiter=";"))
            rows = rows_of(resource)
            expect(len(got) == len(rows), f"soffice, {sheet}: {len(got)} rows, CSV {len(rows)}")
            expect(all(len(row) == len(rows[0]) for row in got), f"soffice, {sheet}: other columns")
        print(f"soffice: {made} sheets as CSV")
else:
    print("soffice: left out, LibreOffice is not there (apt-get install libreoffice-calc-nogui)")

# The GeoPackage.
database = sqlite3.connect(f"file:{folder}/results.gpkg?mode=ro", uri=True)
expect(database.execute("pragma integrity_check").fetchone()[0] == "ok", "the GeoPackage is damaged")
layers = [r[0] for r in database.execute("select table_name from gpkg_contents where data_type = 'features'")]
styled = 0
for layer, qml, sld, default in database.execute(
        "select f_table_name, styleQML, styleSLD, useAsDefault from layer_styles"):
    expect(layer in layers and default == 1, f"a style of '{layer}', which is no layer")
    renderer = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", qml)).find("renderer-v2")
    categories = {c.get("value"): c.get("symbol") for c in renderer.iter("category")}
    symbols = {s.get("name") for s in renderer.find("symbols")}
    expect(set(categories.values()) == symbols, f"{layer}: categories without a symbol")
    rules = {e.text for e in ET.fromstring(sld.encode()).iter("{http://www.opengis.net/ogc}Literal")}
    expect(rules == set(categories), f"{layer}: QML and SLD differ")
    values = {r[0] for r in database.execute(f'select distinct "{renderer.get("attr")}" from "{layer}"')}
    expect(values - {None} <= set(categories), f"{layer}: no category for {values - set(categories)}")
    styled += 1
expect(set(layers) >= {"areas", "results"} and styled == len(layers), f"layers {layers}, {styled} styles")
print(f"sqlite: layers {', '.join(layers)} with {styled} styles, well-formed, a category for every value")
if ogrinfo:
    for layer in layers + ["layer_styles", "about"]:
        answer = subprocess.run([ogrinfo, "-so", str(folder / "results.gpkg"), layer], capture_output=True, text=True)
        expect(answer.returncode == 0 and not answer.stderr, f"ogrinfo {layer}: {answer.stderr[:300]}")
        expect(layer not in layers or "28992" in answer.stdout, f"ogrinfo {layer}: not in RD New")
        count = database.execute(f'select count(*) from "{layer}"').fetchone()[0]
        expect(f"Feature Count: {count}" in answer.stdout, f"ogrinfo {layer}: not {count} features")
    print(f"ogrinfo: {len(layers) + 2} layers read")
else:
    print("ogrinfo: left out, it is not there (apt-get install gdal-bin)")

# IAMC: what pyam reads adds up to what the series say.
frame = pyam.IamDataFrame(folder / "iamc.csv")
expect(frame.unit == ["kt/yr"], f"units {frame.unit}")
converted = frame.convert_unit("kt/yr", "Mt/yr")
expect(abs(converted.data.value.sum() * 1e3 / frame.data.value.sum() - 1) < 1e-9, "kt/yr does not convert")
english = next(r for r in package["resources"] if r["name"] == "series-en")
with open(folder / english["path"], newline="") as file:
    series = list(csv.DictReader(file))
for pollutant in ("NH3", "NOx"):
    ours = {}
    for row in series:
        if row["territory_kind"] == "nation" and row["pollutant"] == pollutant and row["basis"] == "own figure" \
                and row["part"] == "" and row["emission_kg_per_yr"] and not row["missing"]:
            ours[int(row["year"])] = ours.get(int(row["year"]), 0) + float(row["emission_kg_per_yr"]) / 1e6
    theirs = frame.filter(scenario="History", region="Netherlands", variable=f"Emissions|{pollutant}|*", level=0) \
        .data.groupby("year").value.sum().to_dict()
    expect(set(ours) == set(theirs), f"IAMC {pollutant}: other years")
    for year, total in ours.items():
        expect(abs(total - theirs.get(year, 0)) < 1e-8 * total, f"IAMC {pollutant} {year}: {theirs.get(year)}, series {total}")
print(f"pyam: {len(frame.data)} values of {len(frame.region)} regions, {len(frame.scenario)} scenarios; national sums agree")

# CEIP.
lines = (folder / "ceip.csv").read_text().splitlines()
data = [line.split(";") for line in lines if not line.startswith("#")]
expect("# Format: ISO2;YEAR;SECTOR;POLLUTANT;UNIT;NUMBER/FLAG" in lines, "CEIP: no line that names the columns")
for line in data:
    expect(len(line) == 6 and line[0] == "NL" and re.fullmatch(r"[A-Z]_[A-Za-z]+", line[2]) and line[4] == "Gg"
           and float(line[5]) >= 0, f"CEIP: {line}")
expect(len({tuple(line[:4]) for line in data}) == len(data) > 0, "CEIP: a sector stands twice")
print(f"CEIP: {len(data)} lines")

for problem in problems[:20]:
    print("not as expected:", problem)
sys.exit(bool(problems))
