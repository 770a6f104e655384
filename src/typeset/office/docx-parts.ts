import type { Lang } from "../../base/lang.ts"
import { DEEPEST_LIST, measureOf } from "./docx-blocks.ts"
import {
    fonts,
    isOffGrid,
    LANGUAGES,
    language,
    paragraphProperties,
    runProperties,
    type StyleId,
    styleChanges,
} from "./docx-format.ts"
import type { Writer } from "./docx-place.ts"
import { type FieldName, field, plainRun } from "./docx-runs.ts"
import { CODE_FONT, type DocxSheet, FANGSONG, HEITI, KAITI, SONGTI } from "./docx-styles.data.ts"
import { element, type Properties, properties, twips, valued } from "./wordprocessing.ts"

/** The parts beside the text: styles, fonts, numberings, settings, header and footers. */

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** The outermost element of a part. */
export function root(name: string, ...children: readonly string[]): string {
    return element(name, { "xmlns:w": MAIN, "xmlns:r": RELATIONS }, ...children)
}

/** Names that programs know, so that their outline and their style lists show these styles as their own. */
const NAMES: Readonly<Record<StyleId, string>> = {
    Normal: "Normal",
    Heading1: "heading 1",
    Heading2: "heading 2",
    Heading3: "heading 3",
    Heading4: "heading 4",
    ListParagraph: "List Paragraph",
    TableText: "Table Text",
    TableHead: "Table Head",
    Term: "Term",
    Value: "Value",
    Caption: "caption",
    Header: "header",
    Footer: "footer",
}
/** Styles that programs do not know by name. */
const OWN_STYLES: readonly StyleId[] = ["TableText", "TableHead", "Term", "Value"]
/** Text that keeps the lines of the page. */
const ON_GRID: readonly StyleId[] = ["Normal", "Heading1", "Heading2", "Heading3", "Heading4", "ListParagraph"]

/** `word/styles.xml` (§17.7). */
export function stylesPart(sheet: DocxSheet, lang: Lang): string {
    const { body } = sheet
    const { eastAsia, latin, sizePt, trackPt } = body
    const defaults = element(
        "docDefaults",
        {},
        element(
            "rPrDefault",
            {},
            properties("rPr", { ...runProperties({ eastAsia, latin, sizePt, trackPt }), lang: language(lang) }),
        ),
        element("pPrDefault"),
    )
    const changes = Object.entries(styleChanges(sheet)) as [StyleId, typeof body][]
    const paragraphs = changes.map(([id, change]) => {
        const level = /^Heading(\d)$/.exec(id)?.[1]
        const isOnGrid = ON_GRID.includes(id) && (id === "Normal" || !isOffGrid(change, sheet))
        const given: Properties = {
            ...paragraphProperties(change, body),
            snapToGrid: isOnGrid ? undefined : valued("snapToGrid", "0"),
            tabs: id === "Footer" ? tabAtRight(sheet) : undefined,
            outlineLvl: level === undefined ? undefined : valued("outlineLvl", Number(level) - 1),
        }
        return element(
            "style",
            {
                type: "paragraph",
                default: id === "Normal" ? 1 : undefined,
                customStyle: OWN_STYLES.includes(id) ? 1 : undefined,
                styleId: id,
            },
            valued("name", NAMES[id]),
            ...(id === "Normal" ? [] : [valued("basedOn", "Normal")]),
            ...(level === undefined ? [] : [valued("next", "Normal")]),
            element("qFormat"),
            properties("pPr", given),
            properties("rPr", runProperties(id === "Normal" ? {} : change)),
        )
    })
    const tableNormal = element(
        "style",
        { type: "table", default: 1, styleId: "TableNormal" },
        valued("name", "Normal Table"),
        valued("uiPriority", 99),
        element("semiHidden"),
        element("unhideWhenUsed"),
    )
    return root("styles", defaults, ...paragraphs, tableNormal)
}

function tabAtRight(sheet: DocxSheet): string {
    return element("tabs", {}, element("tab", { val: "right", pos: measureOf(sheet) }))
}

/** Fonts by the name that Chinese systems list, with the one that others do (§17.8.3.10). */
const FONTS: readonly (readonly [name: string, other: string | undefined, charset: string, family: string])[] = [
    [FANGSONG, "FangSong", "86", "modern"],
    [HEITI, "SimHei", "86", "modern"],
    [KAITI, "KaiTi", "86", "modern"],
    [SONGTI, "SimSun", "86", "auto"],
    ["Times New Roman", undefined, "00", "roman"],
    ["Arial", undefined, "00", "swiss"],
    [CODE_FONT, undefined, "00", "modern"],
]

/** `word/fontTable.xml`. */
export function fontTablePart(): string {
    const entries = FONTS.map(([name, other, charset, family]) =>
        element(
            "font",
            { name },
            ...(other === undefined ? [] : [valued("altName", other)]),
            valued("charset", charset),
            valued("family", family),
        ),
    )
    return root("fonts", ...entries)
}

/** `word/numbering.xml` (§17.9): bullets and decimals, and a numbering for each list, so that each counts by itself. */
export function numberingPart(lists: Writer["lists"]): string {
    const abstract = ["bullet", "decimal"].map((format, id) =>
        element(
            "abstractNum",
            { abstractNumId: id },
            valued("multiLevelType", "multilevel"),
            ...Array.from({ length: DEEPEST_LIST + 1 }, (_, level) =>
                element(
                    "lvl",
                    { ilvl: level },
                    valued("start", 1),
                    valued("numFmt", format),
                    valued("lvlText", format === "bullet" ? "•" : `%${String(level + 1)}.`),
                    valued("lvlJc", "left"),
                    properties("pPr", { ind: element("ind", { left: 480 * (level + 1), hanging: 480 }) }),
                    properties("rPr", format === "bullet" ? { rFonts: fonts({ latin: "Times New Roman" }) } : {}),
                ),
            ),
        ),
    )
    const numberings = lists.map(({ ordered, start, depth }, i) =>
        element(
            "num",
            { numId: i + 1 },
            valued("abstractNumId", ordered ? 1 : 0),
            ...(ordered ? [element("lvlOverride", { ilvl: depth }, valued("startOverride", start))] : []),
        ),
    )
    return root("numbering", ...abstract, ...numberings)
}

/**
 * What no line of Chinese ends or begins with (§17.15.1.58, §17.15.1.59): the signs that programs know of themselves,
 * and of a date, whose text has no sign to hold it together, 月 before its day, and 年, 月 and 日 after their numbers. A
 * year may end a line: a whole date on the next one would stretch a justified line too far. A blank to write on is not
 * parted. LibreOffice reads neither.
 */
const NO_LINE_ENDS_WITH = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥月"
const NO_LINE_BEGINS_WITH =
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠年月日＿"

/** `word/settings.xml` (§17.15). Who edits the file later is not written into it. */
export function settingsPart(sheet: DocxSheet, lang: Lang): string {
    return root(
        "settings",
        element("zoom", { percent: 100 }),
        element("removePersonalInformation"),
        valued("defaultTabStop", 420),
        ...(sheet.pageNumber === "dashes" ? [element("evenAndOddHeaders")] : []),
        valued("characterSpacingControl", "compressPunctuation"),
        element("noLineBreaksAfter", { lang: "zh-CN", val: NO_LINE_ENDS_WITH }),
        element("noLineBreaksBefore", { lang: "zh-CN", val: NO_LINE_BEGINS_WITH }),
        element(
            "compat",
            {},
            element("compatSetting", {
                name: "compatibilityMode",
                uri: "http://schemas.microsoft.com/office/word",
                val: 15,
            }),
        ),
        element("themeFontLang", LANGUAGES[lang]),
    )
}

/** `word/header1.xml`: one line above every page. */
export function headerPart(head: string, lang: Lang): string {
    const given = properties("pPr", { pStyle: valued("pStyle", "Header"), jc: valued("jc", "center") })
    return root("hdr", element("p", {}, given, plainRun(head, lang)))
}

const isField = (part: string): part is FieldName => part === "PAGE" || part === "NUMPAGES"
const PAGE_OF: Readonly<Record<Lang, readonly string[]>> = {
    "zh-CN": ["\t第 ", "PAGE", " 页 / 共 ", "NUMPAGES", " 页"],
    en: ["\tPage ", "PAGE", " of ", "NUMPAGES"],
}

/** A footer: the reference, and at the right the page number. */
export function footerPart(lang: Lang, ref: string): string {
    const given = properties("pPr", { pStyle: valued("pStyle", "Footer") })
    const number = PAGE_OF[lang].map((part) => (isField(part) ? field(part) : plainRun(part, lang)))
    return root("ftr", element("p", {}, given, plainRun(ref, lang), ...number))
}

/** Pages that have a footer of their own. */
export type FooterKind = "default" | "even" | "first"

/** `— 2 —`, one character from the outer edge and none on the first page (GB/T 9704—2012 §7.5, §10.1). */
export function dashedFooter(kind: FooterKind, lang: Lang): string {
    const side = kind === "even" ? "left" : "right"
    const given = properties("pPr", {
        pStyle: valued("pStyle", "Footer"),
        ind: element("ind", { [`${side}Chars`]: 100, [side]: 280 }),
        jc: valued("jc", side),
    })
    const number = kind === "first" ? [] : [plainRun("— ", lang), field("PAGE"), plainRun(" —", lang)]
    return root("ftr", element("p", {}, given, ...number))
}

/** The page (§17.6.17); references name the parts of header and footers by their relations. */
export function sectionProperties(
    sheet: DocxSheet,
    references: { readonly header: string | undefined; readonly footers: ReadonlyMap<FooterKind, string> },
): string {
    const { top, right, bottom, left } = sheet.marginsMm
    const { footerMm = bottom / 2 } = sheet
    const mm = (length: number) => Math.round((length * 1440) / 25.4)
    const { header, footers } = references
    const kinds = [...footers.keys()]
    const reference = (kind: "header" | "footer", type: FooterKind, id: string) =>
        element(`${kind}Reference`, { type, "r:id": id })
    return element(
        "sectPr",
        {},
        ...(header === undefined ? [] : kinds.map((kind) => reference("header", kind, header))),
        ...[...footers].map(([kind, id]) => reference("footer", kind, id)),
        element("pgSz", { w: mm(210), h: mm(297) }),
        element("pgMar", {
            top: mm(top),
            right: mm(right),
            bottom: mm(bottom),
            left: mm(left),
            header: mm(top / 2),
            footer: mm(footerMm),
            gutter: 0,
        }),
        ...(footers.has("first") ? [element("titlePg")] : []),
        ...(sheet.gridPt === undefined ? [] : [element("docGrid", { type: "lines", linePitch: twips(sheet.gridPt) })]),
    )
}
