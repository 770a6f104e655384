import type { Lang } from "../../base/lang.ts"
import type { Align } from "../document/blocks.ts"
import type { DocxSheet, FormatChange, TextFormat } from "./docx-styles.data.ts"
import { element, halfPoints, type Properties, twips, valued } from "./wordprocessing.ts"

/** Formats as properties, and the styles that a document names. */

/** Paragraph styles of every document. The four headings are the program's own, so that its outline shows them. */
export type StyleId =
    | "Normal"
    | "Heading1"
    | "Heading2"
    | "Heading3"
    | "Heading4"
    | "ListParagraph"
    | "TableText"
    | "TableHead"
    | "Term"
    | "Value"
    | "Caption"
    | "Header"
    | "Footer"

/** What each style changes of the body. */
export function styleChanges(sheet: DocxSheet): Readonly<Record<StyleId, FormatChange>> {
    const [h1, h2, h3, h4] = sheet.headings.map((change) => ({ ...change, keepNext: true }))
    return {
        Normal: sheet.body,
        Heading1: h1 ?? {},
        Heading2: h2 ?? {},
        Heading3: h3 ?? {},
        Heading4: h4 ?? {},
        ListParagraph: { indentChars: 0, align: "start" },
        TableText: sheet.cell,
        TableHead: sheet.headCell,
        Term: sheet.term,
        Value: sheet.value,
        Caption: sheet.caption,
        Header: sheet.running,
        Footer: sheet.footer ?? sheet.running,
    }
}

/**
 * Whether text is not set on the lines of the page: a program would round up lines of another height, or of higher type,
 * to whole lines of the page.
 */
export function isOffGrid({ linePt, sizePt }: FormatChange, { gridPt }: DocxSheet): boolean {
    return gridPt !== undefined && (sizePt !== undefined || (linePt ?? gridPt) !== gridPt)
}

/** A style with everything that it takes over from the body. */
export function styleFormat(sheet: DocxSheet, id: StyleId): TextFormat {
    return { ...sheet.body, ...styleChanges(sheet)[id] }
}

const JUSTIFICATION: Readonly<Record<Align, string>> = {
    start: "left",
    center: "center",
    end: "right",
    justify: "both",
}

/** Where the lines of a paragraph begin, in twentieths of a point. */
export interface Hanging {
    readonly left: number
    readonly hanging: number
}

/**
 * Paragraph properties of a change.
 *
 * @param base - What is changed; gives the rule of a changed line distance.
 * @param hanging - For an item of a list, instead of an indent.
 */
export function paragraphProperties(change: FormatChange, base: TextFormat, hanging?: Hanging): Properties {
    const { keepNext, align } = change
    return {
        keepNext: keepNext ? element("keepNext") : undefined,
        spacing: spacing(change, base),
        ind: hanging === undefined ? indent(change, base) : hangingIndent(hanging),
        jc: align === undefined ? undefined : valued("jc", JUSTIFICATION[align]),
    }
}

function spacing({ beforePt, afterPt, linePt, lineRule }: FormatChange, base: TextFormat): string | undefined {
    const isLine = linePt !== undefined || lineRule !== undefined
    if (beforePt === undefined && afterPt === undefined && !isLine) return undefined
    return element("spacing", {
        before: beforePt === undefined ? undefined : twips(beforePt),
        after: afterPt === undefined ? undefined : twips(afterPt),
        line: isLine ? twips(linePt ?? base.linePt) : undefined,
        lineRule: isLine ? (lineRule ?? base.lineRule) : undefined,
    })
}

/** In characters, which follow a change of the type size, and as a length for programs that count none. */
function indent(change: FormatChange, base: TextFormat): string | undefined {
    const { indentChars, leftPt, rightChars, sizePt, hangingPt } = change
    if (hangingPt !== undefined) return hangingIndent({ left: twips(leftPt ?? hangingPt), hanging: twips(hangingPt) })
    if (indentChars === undefined && leftPt === undefined && rightChars === undefined) return undefined
    const em = sizePt ?? base.sizePt
    return element("ind", {
        left: leftPt === undefined ? undefined : twips(leftPt),
        rightChars: rightChars === undefined ? undefined : rightChars * 100,
        right: rightChars === undefined ? undefined : twips(rightChars * em),
        firstLineChars: indentChars === undefined ? undefined : indentChars * 100,
        firstLine: indentChars === undefined ? undefined : twips(indentChars * em),
    })
}

function hangingIndent({ left, hanging }: Hanging): string {
    return hanging === 0
        ? element("ind", { left, firstLineChars: 0, firstLine: 0 })
        : element("ind", { left, firstLineChars: 0, hanging })
}

/** Run properties of a change. */
export function runProperties({ eastAsia, latin, bold, color, sizePt, trackPt }: FormatChange): Properties {
    const size = sizePt === undefined ? undefined : halfPoints(sizePt)
    return {
        rFonts: eastAsia === undefined && latin === undefined ? undefined : fonts({ eastAsia, latin }),
        ...flag("b", bold),
        color: color === undefined ? undefined : valued("color", color),
        spacing: trackPt === undefined ? undefined : valued("spacing", twips(trackPt)),
        sz: size === undefined ? undefined : valued("sz", size),
        szCs: size === undefined ? undefined : valued("szCs", size),
    }
}

function flag(name: "b" | "i", on: boolean | undefined): Properties {
    if (on === undefined) return {}
    return on
        ? { [name]: element(name), [`${name}Cs`]: element(`${name}Cs`) }
        : { [name]: valued(name, "0"), [`${name}Cs`]: valued(`${name}Cs`, "0") }
}

/**
 * @param hint - True for Chinese: quotation marks, dashes and dots, which Latin and Chinese share, take the Chinese
 * font and its width (§17.3.2.26).
 */
export function fonts(of: { eastAsia?: string | undefined; latin?: string | undefined }, hint = false): string {
    const { eastAsia, latin } = of
    return element("rFonts", { hint: hint ? "eastAsia" : undefined, ascii: latin, hAnsi: latin, eastAsia, cs: latin })
}

/** Languages of Latin and of Chinese letters in a text, by which a program checks spelling (ECMA-376-1 §17.3.2.20). */
export const LANGUAGES: Readonly<Record<Lang, { readonly val: string; readonly eastAsia: string }>> = {
    "zh-CN": { val: "en-US", eastAsia: "zh-CN" },
    en: { val: "en-GB", eastAsia: "zh-CN" },
}

/** `w:lang` of a run or of the whole document. */
export function language(lang: Lang): string {
    return element("lang", LANGUAGES[lang])
}
