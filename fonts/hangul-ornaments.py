"""Makes HangulOrnaments.ttf: Hangul, Yi, and the signs with which people ornament their nicknames, out of Noto fonts.

Outlines are taken over as they are, scaled to 1000 units and freed of hints. A sign that has no width of its own,
because it belongs above or below a letter, gets one: it is drawn as an ornament, by itself.

Usage, with fontTools 4.68.0 (the sources are named in README.md):
    python3 fonts/hangul-ornaments.py NotoSansKR_400Regular.ttf <folder of fonts-noto-core> HangulOrnaments.ttf
    node fonts/block-gzip.mjs HangulOrnaments.ttf fonts/HangulOrnaments.ttf.gz
"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# Source, then single characters or ranges. Whole scripts where their letters stand one after the other.
CHOSEN = [
    ("NotoSansKR", "ㄱ-ㅣㅥ-ㆎ㈀-㈞㉠-㉿가-힣"),
    ("NotoSansYi", "ꀀ-ꒌ꒐-꓆"),
    ("NotoSansArmenian", "Ա-Ֆՙ-֊"),
    ("NotoSansGeorgian", "Ⴀ-Ⴥა-ჿ"),
    ("NotoSansCherokee", "Ꭰ-Ᏽ"),
    ("NotoSansCanadianAboriginal", "᐀-ᙿ"),
    ("NotoSansRunic", "ᚠ-ᛸ"),
    ("NotoSansTaiLe", "ᥐ-ᥭᥰ-ᥴ"),
    ("NotoSansJavanese", "ꦴ-ꦿ꧁-꧍꧞꧟"),
    ("NotoSerifTibetan", "༁-༔༚-༿྄ཱིེཻོཽྀ྅྆྇྾-࿅࿇-࿌࿎-࿔"),
    ("NotoSansThai", "๏-๛"),
    ("NotoSansLao", "໐-໙"),
    ("NotoSansBalinese", "ᬁᬊ᭄᭐-᭪"),
    ("NotoSansTaiTham", "ᩚᩣ᪠-᪦᪨-᪭"),
    ("NotoSansTagbanwa", "ᝠ-ᝬᝮ-ᝰ"),
    ("NotoSansLepcha", "ᰀ-ᰣ᰻-᰿"),
    ("NotoSansBatak", "ᯀ-ᯥ᯼-᯿"),
    ("NotoSansOriya", "ଓଘ୦-୯"),
    ("NotoSansGujarati", "ઇ૦-૯"),
    ("NotoSansKannada", "ಠಥೃ೦-೯"),
    ("NotoSansBengali", "ঞৎৡ০-৯"),
    ("NotoSansMyanmar", "ဗ၀-၉"),
    ("NotoSansTaiViet", "ꪔꪜꫂꫛ"),
    ("NotoSansCham", "꩜-꩟"),
    ("NotoSansMongolian", "ᡣ"),
    ("NotoSansInscriptionalPahlavi", "𐭩"),
    ("NotoSansLinearA", "𐙚"),
    ("NotoSansVai", "ꔛꕤꕥ"),
    ("NotoSansBamum", "𖤐𖥔𖦹𖧷"),
    ("NotoSansEgyptianHieroglyphs", "𓂀𓂂𓂃𓃗𓃠𓃰𓅓𓅪𓆉𓆏𓆙𓆜-𓆞𓆟-𓆡𓆩𓆪𓆸𓇢𓇼𓇽𓈈𓈒𓊆𓊇𓊝𓋼𓋹𓌉𓍊𓍢𓍯𓍼𓎩𓏲𓏸"),
]
UNITS = 1000
SIDE = 60  # on both sides of a sign that had no width


def characters(text):
    signs, at = [], 0
    while at < len(text):
        last = text[at + 2] if text[at + 1 : at + 2] == "-" else text[at]
        signs += range(ord(text[at]), ord(last) + 1)
        at += 3 if text[at + 1 : at + 2] == "-" else 1
    return signs


def draw(font, name):
    """Outline and advance in UNITS to the em."""
    glyphs = font.getGlyphSet()
    outline = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(outline)
    scale = UNITS / font["head"].unitsPerEm
    bounds = ControlBoundsPen(None)
    outline.replay(bounds)
    if bounds.bounds is None:
        return None
    left, _, right, _ = (side * scale for side in bounds.bounds)
    advance, shift = glyphs[name].width * scale, 0
    if advance < (right - left) / 2:
        advance, shift = right - left + 2 * SIDE, SIDE - left
    pen = TTGlyphPen(None)
    outline.replay(TransformPen(pen, Transform(scale, 0, 0, scale, round(shift), 0)))
    return pen.glyph(), round(advance)


def main(korean, folder, target):
    glyphs, metrics, cmap = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (UNITS, 0)}, {}
    for source, text in CHOSEN:
        font = TTFont(korean if source == "NotoSansKR" else f"{folder}/{source}-Regular.ttf")
        known = font.getBestCmap()
        for point in characters(text):
            drawn = draw(font, known[point]) if point in known else None
            if drawn is None:
                print(f"not in {source}: U+{point:04X}", file=sys.stderr)
                continue
            name = f"u{point:04X}"
            glyphs[name], cmap[point] = drawn[0], name
            metrics[name] = (drawn[1], 0)
    order = [".notdef", *(cmap[point] for point in sorted(cmap))]
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    sides = {name: (metrics[name][0], getattr(glyphs[name], "xMin", 0)) for name in order}
    builder.setupHorizontalMetrics(sides)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Hangul Ornaments", "styleName": "Regular", "psName": "HangulOrnaments"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=733, version=4)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.save(target)
    points, ranges = sorted(cmap), []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    print(f"{len(points)} characters, for faces.data.ts:")
    print("".join(f"    [0x{first:x}, 0x{last:x}],\n" for first, last in ranges))


main(*sys.argv[1:])
