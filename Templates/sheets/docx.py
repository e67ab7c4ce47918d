"""Makes Word documents of sheets with pandoc, a batch in one process.

Reads JSON lines on standard input. The first says how:
  {"pandoc": "/usr/bin/pandoc", "language": "th"}
each further line is one sheet:
  {"output": "/path/sheet.docx", "source": "<html>…"}
Writes a JSON line for each sheet in the same order on standard output, {"ok": true} or {"ok": false, "error": "…"}.

Word takes Thai for a complex script: it has a font, a size and a weight of its own (w:cs, w:szCs, w:bCs) beside those of Latin letters, and
pandoc's own reference document leaves them to the reader's theme. Here that document gets them, the styles that sheets name, and Thai letters
for lists of letters. Equal sources give equal bytes. A document sees no file of the machine: pandoc runs in an empty folder and is given
text alone. Exit status 0 when every document was made, 1 when one was not, 65 for input that is not as above.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Points; 16 is what Thai offices write in TH Sarabun New, whose letters are small for their size.
FONTS = (("TH Sarabun New", 16), ("Sarabun", 11))
OPTION_COLUMNS = (2, 4)
# In twentieths of a point: what is between the margins of the page, and how far options stand in.
PAGE, INDENT, HANGING = 9638, 720, 400


def w(name):
    return f"{{{W}}}{name}"


def parsed(data):
    """The tree, with the prefixes it came with."""
    for _, (prefix, address) in tree.iterparse(io.BytesIO(data), events=["start-ns"]):
        tree.register_namespace(prefix, address)
    return tree.fromstring(data)


def written(root):
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tree.tostring(root, encoding="utf-8")


def installed_font():
    """The first of FONTS that the machine has, else the last."""
    listing = ""
    if shutil.which("fc-list"):
        listing = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, timeout=20).stdout
    families = {family.strip() for line in listing.splitlines() for family in line.split(",")}
    return next((font for font in FONTS if font[0] in families), FONTS[-1])


def child(parent, name, first=False, **values):
    element = parent.find(w(name))
    if element is None:
        element = tree.Element(w(name))
        parent.insert(0, element) if first else parent.append(element)
    for key in list(element.attrib):
        del element.attrib[key]
    for key, value in values.items():
        element.set(w(key), value)
    return element


# In the order the schema wants them.
RUN_ORDER = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint",
             "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect",
             "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"]


PARAGRAPH_ORDER = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
                   "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
                   "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
                   "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"]


def level(paragraph):
    """How deep in lists, counted from 0, as text; None outside of them."""
    found = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
    return None if found is None else found.get(w("val"))


def complex_script(run):
    """Gives run properties their complex-script halves."""
    for plain, twin in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
        found = run.find(w(plain))
        if found is not None:
            child(run, twin, **{key.split("}")[1]: value for key, value in found.attrib.items()})
    order = {w(name): place for place, name in enumerate(RUN_ORDER)}
    run[:] = sorted(run, key=lambda element: order.get(element.tag, len(order)))


def style(styles, name, based="BodyText", paragraph=(), run=()):
    """A paragraph style of our own; `paragraph` and `run` are its properties as XML."""
    wrap = f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>' \
           f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{"".join(paragraph)}</w:pPr><w:rPr>{"".join(run)}</w:rPr></w:style>'
    styles.append(tree.fromstring(wrap))


def reference(pandoc, language):
    """pandoc's reference document with Thai type."""
    plain = subprocess.run([pandoc, "--print-default-data-file", "reference.docx"], capture_output=True, check=True, timeout=60).stdout
    font, size = installed_font()

    def styles(data):
        root = parsed(data)
        for fonts in root.iter(w("rFonts")):
            fonts.attrib.clear()
            for key in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(w(key), font)
        default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        child(default, "sz", val=str(2 * size))
        child(default, "lang", val="en-US", eastAsia="en-US", bidi="th-TH")
        # Headings of the reference are sized for a body of 12 points.
        for run in root.iter(w("rPr")):
            found = run.find(w("sz"))
            if run is not default and found is not None:
                found.set(w("val"), str(round(int(found.get(w("val"))) * size / 12)))
            color = run.find(w("color"))
            if color is not None:
                child(run, "color", val="0B5D6B")
            complex_script(run)
        for spacing in root.iter(w("spacing")):
            for key in ("before", "after"):
                if spacing.get(w(key)):
                    spacing.set(w(key), str(int(spacing.get(w(key))) // 3))
        style(root, "Kicker", run=['<w:b/><w:bCs/><w:color w:val="0B5D6B"/>'])
        style(root, "Centered", paragraph=['<w:jc w:val="center"/>'])
        style(root, "Note", run=['<w:color w:val="4B545E"/>'])
        style(root, "Passage", paragraph=['<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="0B5D6B"/></w:pBdr><w:ind w:left="284"/>'])
        style(root, "Stem", paragraph=["<w:keepNext/><w:keepLines/>"])
        for columns in OPTION_COLUMNS:
            style(root, f"Options {columns}", paragraph=['<w:spacing w:before="20" w:after="20"/>'])
        style(root, "Page break", paragraph=["<w:pageBreakBefore/>"])
        rule = '<w:{} w:val="single" w:sz="4" w:space="1" w:color="7D868F"/>'
        style(root, "Writing line", paragraph=[f'<w:pBdr>{rule.format("bottom")}{rule.format("between")}</w:pBdr><w:spacing w:before="120" w:after="120"/>'])
        quiet = f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:color w:val="4B545E"/></w:rPr></w:style>'
        root.append(tree.fromstring(quiet))
        return written(root)

    return rewritten(plain, {"word/styles.xml": styles})


def finished(data, language):
    """A document as pandoc made it, with what it leaves out for Thai."""
    def numbering(data):
        root = parsed(data)
        if language == "th":
            for level in root.iter(w("lvl")):
                form = level.find(w("numFmt"))
                if form is not None and form.get(w("val")) == "lowerLetter":
                    form.set(w("val"), "thaiLetters")
        return written(root)

    def document(data):
        root = parsed(data)
        for run in root.iter(w("rPr")):
            complex_script(run)
        for body in root.iter(w("body")):
            options_in_columns(body)
        for described in root.iter():
            if described.get("descr", "").startswith("data:"):
                described.set("descr", "")
        for properties in root.iter(w("pPr")):
            order = {w(name): place for place, name in enumerate(PARAGRAPH_ORDER)}
            properties[:] = sorted(properties, key=lambda element: order.get(element.tag, len(order) - 5))
        # The options of a question stay on its page.
        paragraphs = list(root.iter(w("p")))
        for one, next_one in zip(paragraphs, paragraphs[1:]):
            if level(one) == "1" and level(next_one) == "1":
                keep = tree.Element(w("keepNext"))
                one.find(w("pPr")).insert(1, keep)
        # A4 with the margins of the printed sheets; pandoc leaves the page to the reader's Word.
        for section in root.iter(w("sectPr")):
            child(section, "pgSz", w="11906", h="16838")
            child(section, "pgMar", top="1191", right="1134", bottom="1134", left="1134", header="567", footer="567", gutter="0")
        # Rows of a form stay whole.
        for row in root.iter(w("tr")):
            properties = row.find(w("trPr"))
            if properties is None:
                properties = tree.Element(w("trPr"))
                row.insert(0, properties)
            if properties.find(w("cantSplit")) is None:
                properties.insert(0, tree.Element(w("cantSplit")))
        return written(root)

    return rewritten(data, {"word/numbering.xml": numbering, "word/document.xml": document})


def options_in_columns(body):
    """Sets options side by side: each keeps its place in the list, so that Word letters them on from cell to cell."""
    width = PAGE - INDENT
    groups, run = [], []
    for element in list(body) + [None]:
        name = None if element is None else element.find(f"{w('pPr')}/{w('pStyle')}")
        columns = 0 if name is None or level(element) is None else {f"Options{n}": n for n in OPTION_COLUMNS}.get(name.get(w("val")), 0)
        number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}").get(w("val")) if columns else None
        if run and (columns, number) != run[0][:2]:
            groups.append(run)
            run = []
        if columns:
            run.append((columns, number, element))
    for group in groups:
        columns, options = group[0][0], [element for _, _, element in group]
        each = width // columns
        table = tree.fromstring(
            f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="{INDENT}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblGrid>{f"""<w:gridCol w:w="{each}"/>""" * columns}</w:tblGrid></w:tbl>')
        place = list(body).index(options[0])
        for element in options:
            body.remove(element)
            indent = tree.SubElement(element.find(w("pPr")), w("ind"))
            indent.set(w("left"), str(HANGING))
            indent.set(w("hanging"), str(HANGING))
        for start in range(0, len(options), columns):
            row = tree.SubElement(table, w("tr"))
            for option in options[start:start + columns] + [None] * (columns - len(options[start:start + columns])):
                cell = tree.SubElement(row, w("tc"))
                cell.append(tree.fromstring(f'<w:tcPr xmlns:w="{W}"><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr>'))
                cell.append(tree.Element(w("p")) if option is None else option)
        body.insert(place, table)


def rewritten(data, changes):
    """The archive with some members passed through functions, dated 1980 so that equal content has equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry.filename)
            change = changes.get(entry.filename)
            info = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(info, change(content) if change else content)
    return out.getvalue()


def say(message):
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main():
    lines = (line for line in sys.stdin.buffer if line.strip())
    status = 0
    try:
        how = json.loads(next(lines))
        pandoc, language = how["pandoc"], how["language"]
    except (StopIteration, ValueError, KeyError, TypeError) as error:
        print(f"bad input: {error!r}", file=sys.stderr)
        return 65
    with tempfile.TemporaryDirectory(prefix="tamra-docx-") as empty:
        place = os.path.join(empty, "reference.docx")
        with open(place, "wb") as file:
            file.write(reference(pandoc, language))
        # pandoc 2.14 and later date a document by this.
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8"}
        for line in lines:
            try:
                sheet = json.loads(line)
                command = [pandoc, "--from=html", "--to=docx", f"--reference-doc={place}", "--output=-"]
                result = subprocess.run(command, input=sheet["source"].encode(), capture_output=True, cwd=empty, env=environment, timeout=60)
                if result.returncode != 0:
                    raise OSError(result.stderr.decode(errors="replace").strip() or "pandoc failed")
                with open(sheet["output"], "wb") as file:
                    file.write(finished(result.stdout, language))
                say({"ok": True})
            except (OSError, ValueError, KeyError, tree.ParseError, zipfile.BadZipFile, subprocess.SubprocessError) as error:
                status = 1
                say({"ok": False, "error": str(error)})
    return status


if __name__ == "__main__":
    sys.exit(main())
