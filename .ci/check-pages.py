# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks report pages in a headless browser. Prints a line a page; fails where something is wrong.

Usage: check-pages.py FOLDER ACCEPTED
FOLDER holds reports, NAME-LANGUAGE each; ACCEPTED the accepted pictures. With STIKSTOF_RECORD=1 the pictures are
taken as accepted; look at them before they are committed."""
import io
import os
import pathlib
import subprocess
import sys

import numpy as np
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import sync_playwright

folder, accepted = map(pathlib.Path, sys.argv[1:3])
records = os.environ.get("STIKSTOF_RECORD") == "1"
# Pictures are kept small: a grey mean of so many pixels each way, which hides how a browser draws
# letters and shows what moved.
SHRINK = 4
MOST_DIFFERENT = 0.01  # of the pixels
LEAST_DIFFERENCE = 24  # of 255, from which on a pixel counts
problems = []


def problem(page, text):
    problems.append(f"{page}: {text}")


def shrunk(png):
    image = Image.open(io.BytesIO(png)).convert("L")
    return image.resize((max(1, image.width // SHRINK), max(1, image.height // SHRINK)), Image.BOX)


def compare(name, png):
    """Holds a picture against the accepted one of its name."""
    found = shrunk(png)
    path = accepted / f"{name}.png"
    if records:
        accepted.mkdir(parents=True, exist_ok=True)
        found.quantize(32).save(path, optimize=True)
        return
    if not path.exists():
        problem(name, f"no accepted picture {path}: record it, look at it, commit it")
        return
    expected = Image.open(path).convert("L")
    if found.width != expected.width or abs(found.height - expected.height) > 0.01 * expected.height + 2:
        problem(name, f"is {found.size} and was accepted as {expected.size} (a quarter of its pixels)")
        keep(name, found)
        return
    height = min(found.height, expected.height)
    one, other = (np.asarray(image.crop((0, 0, image.width, height)), dtype=int)
                  for image in (found, expected))
    share = float((abs(one - other) > LEAST_DIFFERENCE).mean())
    if share > MOST_DIFFERENT:
        problem(name, f"{share:.1%} of its pixels differ from the accepted picture")
        keep(name, found)


def keep(name, image):
    image.save(folder / f"{name}-found.png")


def opened(browser, path, name, **context):
    """A page, with all that goes wrong on it told."""
    page = browser.new_context(**context).new_page()
    page.on("console", lambda message: problem(name, f"console: {message.text}")
            if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problem(name, f"script: {error}"))
    page.on("request", lambda request: None if request.url.split(":")[0] in ("file", "data")
            else problem(name, f"asks the network for {request.url}"))
    page.goto(path.resolve().as_uri())
    return page


def accessible(page, name):
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    for violation in results.response["violations"]:
        nodes = "; ".join(" ".join(node["target"][0] if isinstance(node["target"][0], list) else node["target"])
                          for node in violation["nodes"][:3])
        problem(name, f"axe {violation['id']}: {violation['help']} ({len(violation['nodes'])}): {nodes}")


def sorts(page, name):
    """Sorting by each column of each sortable table orders its cells, both ways."""
    tables = page.locator("table[data-sortable]")
    for number in range(tables.count()):
        table = tables.nth(number)
        buttons = table.locator("thead button")
        if buttons.count() == 0:
            problem(name, "a sortable table has no buttons with script")
            continue
        column = buttons.nth(buttons.count() - 1)
        for way in ("ascending", "descending"):
            column.click()
            header = column.locator("xpath=ancestor::th")
            if header.get_attribute("aria-sort") != way:
                problem(name, f"after a click aria-sort is {header.get_attribute('aria-sort')}, not {way}")
            place = header.evaluate("th => th.cellIndex")
            keys = [key for key in table.evaluate(
                "(table, place) => [...table.tBodies[0].rows].map(row => row.cells[place].dataset.value"
                " ?? row.cells[place].textContent.trim())", place) if key not in ("", "–")]
            try:
                values = [float(key) for key in keys]
            except ValueError:
                continue
            if values != sorted(values, reverse=way == "descending"):
                problem(name, f"column {place} is not in order, {way}: {values[:8]}")


def filters(page, name):
    field = page.locator("input[data-filter]")
    for number in range(field.count()):
        one = field.nth(number)
        table = page.locator(f"#{one.get_attribute('data-filter')}")
        rows = table.locator("tbody tr")
        all_rows = rows.count()
        one.fill("xyzzy-nothing-has-this")
        if table.locator("tbody tr:visible").count() != 0:
            problem(name, "a filter that nothing passes leaves rows")
        one.fill("")
        if table.locator("tbody tr:visible").count() != all_rows:
            problem(name, "an empty filter hides rows")


def check(browser, path):
    report = path.parent.name
    name = f"{report}-{path.stem}"
    for width in (375, 768, 1280):
        page = opened(browser, path, name, viewport={"width": width, "height": 900}, color_scheme="light",
                      reduced_motion="reduce")
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            problem(name, f"at {width} px it is {excess} px too wide")
        compare(f"{name}-{width}", page.screenshot(full_page=True))
        if width == 1280:
            accessible(page, name)
            page.keyboard.press("Tab")
            first = page.evaluate("document.activeElement.getAttribute('href')")
            if not (first or "").startswith("#"):
                problem(name, f"the first stop of the keyboard is {first}, not a link past the head")
            sorts(page, name)
            filters(page, name)
        page.context.close()
    page = opened(browser, path, f"{name}-dark", viewport={"width": 1280, "height": 900}, color_scheme="dark",
                  reduced_motion="reduce")
    accessible(page, f"{name}-dark")
    compare(f"{name}-dark", page.screenshot(full_page=True))
    page.context.close()
    plain = opened(browser, path, f"{name}-plain", viewport={"width": 1280, "height": 900},
                   java_script_enabled=False)
    if len(plain.locator("main").inner_text()) < 500:
        problem(name, "without script there is hardly any text")
    plain.context.close()
    size = path.stat().st_size
    if size > 1_500_000:
        problem(name, f"is {size / 1e6:.2f} MB")
    print_pages(path, name)
    print(f"{name}: {size / 1e3:.0f} kB", flush=True)


def print_pages(path, name):
    """The first pages of the PDF, as pictures."""
    pdf = path.with_suffix(".pdf")
    if not pdf.exists():
        problem(name, "has no PDF beside it")
        return
    for number in (1, 2):
        png = subprocess.run(
            ["pdftoppm", "-png", "-r", "80", "-f", str(number), "-l", str(number), str(pdf)],
            check=True, capture_output=True).stdout
        compare(f"{name}-print-{number}", png)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
    pages = sorted(folder.glob("*-*/*.html"))
    if not pages:
        sys.exit("check-pages: there is no page to check")
    for path in pages:
        check(browser, path)
    browser.close()
for text in problems:
    print(text)
print(f"browser: {len(pages)} pages, {len(problems)} problems" + (", pictures recorded" if records else ""))
sys.exit(bool(problems))
