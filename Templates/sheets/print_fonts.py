"""Makes the fonts for paper: print_fonts.py FROM TO STYLE…, Sarabun-STYLE.ttf each.

PDF engines cut a Thai letter with its vowel and tone into several glyphs and then tell readers of the PDF the letter's text more than once or
not at all: «สิ่ง» is found as «สิ่สิ่ง», and MuPDF finds no vowel. Here every consonant gets one glyph for each vowel and tone it can
carry, put together exactly as the font itself would place them, so that a letter is a glyph and its text is said once. What is
printed does not change. Without the uharfbuzz module the fonts are copied as they are, and the text layer keeps that fault.
"""

import os
import shutil
import sys

CONSONANTS = [chr(c) for c in range(0x0E01, 0x0E2F)]
VOWELS = ["", *map(chr, (0x0E31, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39, 0x0E3A, 0x0E47, 0x0E4D))]
TONES = ["", *map(chr, range(0x0E48, 0x0E4D))]
SARA_AM, RING, SARA_AA = "\u0E33", "\u0E4D", "\u0E32"


def letters():
    """What is typed, and how shapers spell it before they look at the font: ำ is a ring and า, the ring before a tone."""
    for consonant in CONSONANTS:
        for tone in TONES:
            for vowel in VOWELS:
                if vowel or tone:
                    yield consonant + vowel + tone, consonant + vowel + tone
            if tone != "\u0E4C":
                yield consonant + tone + SARA_AM, consonant + RING + tone + SARA_AA
        for vowel in ("\u0E34", "\u0E38"):
            yield consonant + vowel + "\u0E4C", consonant + vowel + "\u0E4C"


def glyphs(path, font):
    """Name, glyph, advance and what is replaced by it, for each letter."""
    import uharfbuzz
    from fontTools.ttLib.tables._g_l_y_f import ARGS_ARE_XY_VALUES, ROUND_XY_TO_GRID, Glyph, GlyphComponent

    shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))
    order, outlines, characters = font.getGlyphOrder(), font["glyf"], font.getBestCmap()
    for typed, spelled in dict(letters()).items():
        buffer = uharfbuzz.Buffer()
        buffer.add_str(typed)
        buffer.guess_segment_properties()
        uharfbuzz.shape(shaper, buffer)
        glyph = Glyph()
        glyph.numberOfContours, glyph.components, x = -1, [], 0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions):
            part = GlyphComponent()
            part.glyphName = order[info.codepoint]
            part.x, part.y = x + place.x_offset, place.y_offset
            part.flags = ARGS_ARE_XY_VALUES | ROUND_XY_TO_GRID
            if outlines[part.glyphName].numberOfContours:
                glyph.components.append(part)
            x += place.x_advance
        name = "thai." + ".".join(f"{ord(c):04X}" for c in typed)
        yield name, glyph, x, [characters[ord(c)] for c in spelled]


def add(font, new):
    """Adds the glyphs and, before every other substitution, the rule that picks them."""
    from fontTools.ttLib.tables import otTables

    order = font.getGlyphOrder() + [name for name, *_ in new]
    font.setGlyphOrder(order)
    outlines = font["glyf"]
    outlines.glyphOrder = order
    for name, glyph, advance, _ in new:
        outlines.glyphs[name] = glyph
        glyph.recalcBounds(outlines)
        font["hmtx"].metrics[name] = (advance, glyph.xMin)
        font["GDEF"].table.GlyphClassDef.classDefs[name] = 2
    rule = otTables.LigatureSubst()
    rule.ligatures = {}
    for name, _, _, parts in sorted(new, key=lambda item: -len(item[3])):
        ligature = otTables.Ligature()
        ligature.Component, ligature.LigGlyph, ligature.CompCount = parts[1:], name, len(parts)
        rule.ligatures.setdefault(parts[0], []).append(ligature)
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 4, 0, [rule], 1
    table = font["GSUB"].table
    for old in table.LookupList.Lookup:
        for subtable in old.SubTable:
            renumber(subtable)
    table.LookupList.Lookup.insert(0, lookup)
    table.LookupList.LookupCount += 1
    for record in table.FeatureList.FeatureRecord:
        feature = record.Feature
        first = [0] if record.FeatureTag == "ccmp" else []
        feature.LookupListIndex = first + [index + 1 for index in feature.LookupListIndex]
        feature.LookupCount = len(feature.LookupListIndex)


def renumber(node):
    """Moves every reference to a lookup below a contextual rule by the one that was put in front."""
    from fontTools.ttLib.tables import otTables

    if isinstance(node, otTables.SubstLookupRecord):
        node.LookupListIndex += 1
    elif isinstance(node, list):
        for child in node:
            renumber(child)
    elif isinstance(node, otTables.BaseTable):
        for child in vars(node).values():
            if isinstance(child, (list, otTables.BaseTable)):
                renumber(child)


def main(source, target, *styles):
    os.makedirs(target, exist_ok=True)
    for style in styles:
        path, made = (os.path.join(folder, f"Sarabun-{style}.ttf") for folder in (source, target))
        try:
            from fontTools.ttLib import TTFont

            font = TTFont(path, recalcTimestamp=False)
            add(font, list(glyphs(path, font)))
            font.save(made)
        except ImportError as error:
            print(f"{error}: {made} is a plain copy, and Thai in PDFs will be hard to find", file=sys.stderr)
            shutil.copyfile(path, made)


if __name__ == "__main__":
    main(*sys.argv[1:])
