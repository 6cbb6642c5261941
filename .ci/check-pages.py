# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks report pages in a headless browser. Prints a line a page; fails where something is wrong.

Usage: check-pages.py FOLDER ACCEPTED
FOLDER holds reports, NAME-LANGUAGE each; ACCEPTED the accepted pictures. With STIKSTOF_RECORD=1 the
pictures are taken as accepted; look at them before they are committed."""
import io
import os
import pathlib
import subprocess
import sys

import numpy as np
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Error, sync_playwright

folder, accepted = map(pathlib.Path, sys.argv[1:3])
records = os.environ.get("STIKSTOF_RECORD") == "1"
axe = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
WIDTHS = (375, 768, 1280)
MOST_BYTES = 1_500_000
# Pages that are held against pictures: the head, and the sections where most is drawn.
PICTURED = {
    "provinces/area-57": ("verdicts", "map", "corridors", "rings"),
    "provinces/index": ("map", "ranking", "multiples"),
}
PRINTED = (1, 2, 3)  # pages of the PDF
HEAD, PART = 1200, 1000  # pixels of the head and of a section at most
# Pictures are kept small: a quarter of the pixels each way, in steps of 16 a colour, which hides how
# a browser draws letters and shows what moved or changed colour.
SHRINK = 4
LEAST_DIFFERENCE = 28  # of 255, from which on a pixel counts
MOST_DIFFERENT = 0.004  # of the pixels
BLOCK, BLOCK_DIFFERENCE = 8, 40  # a square of pixels counts by its mean, however small its share
problems = []


def problem(page, text):
    problems.append(f"{page}: {text}")


def shrunk(image):
    image = image.convert("RGB")
    return image.resize((max(1, image.width // SHRINK), max(1, image.height // SHRINK)), Image.BOX)


def stacked(parts):
    """Parts of a page, one below the other."""
    whole = Image.new("RGB", (max(part.width for part in parts), sum(part.height for part in parts)), "white")
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


def compare(name, found):
    """Holds a picture against the accepted one of its name."""
    path = accepted / f"{name}.png"
    if records:
        accepted.mkdir(parents=True, exist_ok=True)
        coarse = Image.fromarray(np.minimum((np.asarray(found).astype(int) + 8) // 16 * 16, 255).astype("uint8"))
        coarse.quantize(256).save(path, optimize=True)
        return
    if not path.exists():
        problem(name, f"no accepted picture {path}: record it, look at it, commit it")
        return
    expected = Image.open(path).convert("RGB")
    if found.size != expected.size:
        problem(name, f"is {found.size} and was accepted as {expected.size} (a quarter of its pixels)")
    else:
        one, other = (np.asarray(image, dtype=int) for image in (found, expected))
        difference = abs(one - other).max(axis=2)
        share = float((difference > LEAST_DIFFERENCE).mean())
        rows, columns = (length // BLOCK for length in difference.shape)
        blocks = abs((one - other)[:rows * BLOCK, :columns * BLOCK]
                     .reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3))).max(axis=2)
        if share <= MOST_DIFFERENT and blocks.max() <= BLOCK_DIFFERENCE:
            return
        places = np.argwhere(difference > LEAST_DIFFERENCE) * SHRINK
        problem(name, f"{share:.2%} of its pixels differ from the accepted picture, a square by up to "
                f"{blocks.max():.0f} of 255, first at {places[0][0]} px from the top")
    kept = folder / f"{name}-found.png"
    found.save(kept)
    print(f"{name}: what was found is {kept}")


def opened(browser, path, name, **context):
    """A page, with all that goes wrong on it told."""
    page = browser.new_context(**context).new_page()
    page.set_default_timeout(20_000)
    page.on("console", lambda message: problem(name, f"console: {message.text}")
            if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problem(name, f"script: {error}"))
    page.on("request", lambda request: None if request.url.split(":")[0] in ("file", "data")
            else problem(name, f"asks the network for {request.url}"))
    page.goto(path.resolve().as_uri())
    return page


def picture(page, sections):
    """The head of a page and some of its sections, as one small picture."""
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    parts = [whole.crop((0, 0, whole.width, min(HEAD, whole.height)))]
    for section in sections:
        box = page.locator(f"#{section}").bounding_box()
        top = round(box["y"])
        parts.append(whole.crop((0, top, whole.width, top + min(PART, round(box["height"])))))
    return stacked([shrunk(part) for part in parts])


def accessible(page, name):
    results = axe.run(page, options={"runOnly": RULES})
    for violation in results.response["violations"]:
        nodes = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        problem(name, f"axe {violation['id']}: {violation['help']} ({len(violation['nodes'])}): {nodes}")


def keyboard(page, name):
    """The first stop leads past the head; stops come in the order of the page, and are seen."""
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    if first != "#main":
        problem(name, f"the first stop of the keyboard is {first}, not #main")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "main":
        problem(name, "the link past the head does not lead to the content")
    page.evaluate("""() => { document.activeElement.blur(); window.scrollTo(0, 0); window.last = null;
        window.getSelection().removeAllRanges() }""")
    page.reload()
    for stop in range(60):
        page.keyboard.press("Tab")
        told = page.evaluate("""() => {
            const now = document.activeElement, last = window.last;
            if (now === document.body) return "end";
            window.last = now;
            const box = now.getBoundingClientRect(), what = now.outerHTML.slice(0, 80);
            if (last && !(last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING))
              return "goes back to " + what;
            if (box.width < 1 || box.height < 1 || box.bottom < 0 || box.top > innerHeight)
              return "is out of sight: " + what;
            const style = getComputedStyle(now);
            if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
              return "has no ring around it: " + what;
            return null }""")
        if told == "end":
            break
        if told:
            problem(name, f"stop {stop + 1} of the keyboard {told}")


# Clicks a button of a column and says how the table stands: which columns claim to be sorted, and the
# cells as the values they are sorted by.
CLICK = """button => {
    button.click();
    const header = button.closest("th"), table = header.closest("table");
    return {sorted: [...table.tHead.rows[0].cells].map(cell => cell.getAttribute("aria-sort"))
              .filter(way => way === "ascending" || way === "descending"),
            own: header.getAttribute("aria-sort"),
            keys: [...table.tBodies[0].rows].map(row => row.cells[header.cellIndex]).map(
              cell => cell.hasAttribute("data-v") ? cell.dataset.v : cell.textContent.trim())} }"""


def sorts(page, name):
    """Sorting by each column orders the cells, both ways; the unknown comes last. A key does it too."""
    tables = page.locator("table.sortable:visible")
    tried = 0
    for number in range(tables.count()):
        table = tables.nth(number)
        if table.locator("tbody tr").count() < 2:
            continue
        label = f"{name}, table {table.get_attribute('id')}"
        buttons = table.locator("thead th button").element_handles()
        if not buttons:
            problem(label, "has no buttons with script")
            continue
        buttons[0].press("Enter")
        if table.locator("th[aria-sort=ascending]").count() != 1:
            problem(label, "is not sorted by a key")
        buttons[0].press("Enter")
        for column, button in enumerate(buttons):
            for way in ("ascending", "descending"):
                told = button.evaluate(CLICK)
                tried += 1
                if told["own"] != way or told["sorted"] != [way]:
                    problem(label, f"after a click on column {column} aria-sort is {told['own']}, not {way}")
                known = [key for key in told["keys"] if key not in ("", "–")]
                if told["keys"][:len(known)] != known:
                    problem(label, f"unknown cells of column {column} are not last")
                try:
                    values = [float(key) for key in known]
                except ValueError:
                    continue
                if values != sorted(values, reverse=way == "descending"):
                    problem(label, f"column {column} is not in order, {way}: {values[:8]}")
    return tried


def filters(page, name):
    """A word leaves the rows that hold it, and no word leaves all."""
    fields = page.locator(".filter input:visible")
    for number in range(fields.count()):
        field = fields.nth(number)
        table = page.locator("#" + field.get_attribute("id").removesuffix("-filter"))
        rows, seen = table.locator("tbody tr"), table.locator("tbody tr:visible")
        texts = rows.all_text_contents()
        word = texts[-1].split()[0].lower()
        for typed, expected in (("xyzzy-nothing-has-this", 0), (word, sum(word in text.lower() for text in texts)),
                                ("", len(texts))):
            field.fill(typed)
            if seen.count() != expected:
                problem(name, f"the filter '{typed}' leaves {seen.count()} rows, not {expected}")
    return fields.count()


def themes(page, name):
    """The button changes the colours."""
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.locator("button.theme").click()
    if page.evaluate(colour) == before:
        problem(name, "the button for dark colours changes nothing")
    page.locator("button.theme").click()


def check(browser, path):
    language = path.parent.name.rsplit("-", 1)[1]
    report = path.parent.name.rsplit("-", 1)[0]
    name = f"{report}-{path.stem}-{language}"
    sections = PICTURED.get(f"{report}/{path.stem}")
    base = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "reduced_motion": "reduce"}
    tried = filtered = 0
    for width in WIDTHS:
        page = opened(browser, path, name, **base | {"viewport": {"width": width, "height": 900}})
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            problem(name, f"at {width} px it is {excess} px too wide")
        if sections:
            compare(f"{name}-{width}", picture(page, sections))
        if width == 1280:
            accessible(page, name)
            keyboard(page, name)
            themes(page, name)
            tried, filtered = sorts(page, name), filters(page, name)
        page.context.close()
    page = opened(browser, path, f"{name}-dark", **base | {"color_scheme": "dark"})
    accessible(page, f"{name}-dark")
    if sections:
        compare(f"{name}-dark", picture(page, sections))
    page.context.close()
    plain = opened(browser, path, f"{name}-plain", java_script_enabled=False, **base)
    text, controls = plain.locator("main").inner_text(), plain.locator("button:visible, input:visible").count()
    if len(text) < 500 or controls > 0:
        problem(name, f"without script there are {len(text)} characters and {controls} controls that do nothing")
    plain.context.close()
    size = path.stat().st_size
    if size > MOST_BYTES:
        problem(name, f"is {size / 1e6:.2f} MB, and {MOST_BYTES / 1e6} MB is the most")
    printed(path, name, sections is not None)
    print(f"{name}: {size / 1e3:.0f} kB, {tried} times sorted, {filtered} tables filtered", flush=True)


def printed(path, name, is_pictured):
    """The first pages of the PDF, as one picture."""
    pdf = path.with_suffix(".pdf")
    if not pdf.exists():
        problem(name, "has no PDF beside it")
        return
    if not is_pictured:
        return
    pages = [Image.open(io.BytesIO(subprocess.run(
        ["pdftoppm", "-png", "-r", "120", "-f", str(number), "-l", str(number), str(pdf)],
        check=True, capture_output=True).stdout)) for number in PRINTED]
    compare(f"{name}-print", stacked([shrunk(page) for page in pages]))


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
    pages = sorted(folder.glob("*-*/*.html"))
    if not pages:
        sys.exit("check-pages: there is no page to check")
    for path in pages:
        try:
            check(browser, path)
        except Error as error:  # for example a button that is not there; the other pages still count
            problem(path, f"cannot be operated: {error.message.splitlines()[0]}")
    browser.close()
for text in problems:
    print(text)
print(f"browser: {len(pages)} pages, {len(problems)} problems" + (", pictures recorded" if records else ""))
sys.exit(bool(problems))
