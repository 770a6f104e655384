import { type Lang, SCRIPT } from "../../base/lang.ts"
import { showPrivateUse, visible } from "../../base/text/hygiene.ts"
import type { Inline } from "../document/blocks.ts"
import { fonts, language, runProperties } from "./docx-format.ts"
import { CODE_FONT, type FormatChange, GREY, HEITI, KAITI, type TextFormat } from "./docx-styles.data.ts"
import { element, type Properties, properties } from "./wordprocessing.ts"
import { escapeXml, isXmlText } from "./xml.ts"

/** Runs of a paragraph (ECMA-376 part 1 §17.3.2). */

type TextRun = Extract<Inline, { kind: "text" }>

/** What the runs of a paragraph share. */
export interface RunSetting {
    readonly lang: Lang
    /** Language of the document; runs of another one say theirs. */
    readonly documentLang: Lang
    /** What the paragraph's style does not say already. */
    readonly change: FormatChange
    /** The style with the change. */
    readonly format: TextFormat
    /** Takes text that XML cannot carry. */
    readonly refuse: (text: string) => void
}

/** Blank to write on: the full-width low line, which every program shows, also at the end of a line. */
const BLANK = "\uFF3F"
/** Of the size of the text around it. */
const CODE_SCALE = 0.9
const SMALL_SCALE = 0.82

/**
 * The runs; text as it stands, invisible, control and private-use characters as `⟦U+202E⟧`. What our fonts lack is left
 * to the program that prints it, which has fonts of its own and can shape what we cannot.
 */
export function writeRuns(inlines: readonly Inline[], setting: RunSetting): string {
    return inlines.map((inline, i) => writeRun(inline, inlines[i + 1], setting)).join("")
}

function writeRun(inline: Inline, next: Inline | undefined, setting: RunSetting): string {
    switch (inline.kind) {
        case "break":
            return run({}, element("br"))
        case "blank":
            return run(marks({ kind: "text", text: "", lang: "zh-CN" }, setting), text(BLANK.repeat(inline.em)))
        case "text": {
            const own = showPrivateUse(visible(inline.text))
            if (!isXmlText(own)) setting.refuse(own)
            return run(marks(inline, setting), text(own + address(inline, next)))
        }
        default:
            return inline satisfies never
    }
}

function run(given: Properties, content: string): string {
    return element("r", {}, properties("rPr", given), content)
}

/** A line break or tab in a field stays one. */
function text(own: string): string {
    return own
        .split(/([\n\t])/)
        .map((piece) => {
            if (piece === "\n") return element("br")
            if (piece === "\t") return element("tab")
            return piece === "" ? "" : element("t", { "xml:space": "preserve" }, escapeXml(piece))
        })
        .join("")
}

/** Links are text: the address stands behind words that do not name it. */
function address({ text: own, href }: TextRun, next: Inline | undefined): string {
    if (href === undefined || (next?.kind === "text" && next.href === href)) return ""
    const bare = href.replace(/^(?:https:\/\/|mailto:)/, "")
    return own.includes(bare) ? "" : ` (${bare})`
}

/** Strong is bold; emphasis is italic in English and another font in Chinese, which has no italics. */
function marks(inline: TextRun, { lang, documentLang, change, format }: RunSetting): Properties {
    const own = inline.lang ?? lang
    const isHan = SCRIPT[own] === "han"
    const { code = false, small = false, strong = false, emphasis = false } = inline
    const scale = small ? SMALL_SCALE : code ? CODE_SCALE : 1
    const isShared = isHan && /[^\0-\x7f]/.test(inline.text)
    const asKaiti = emphasis && isHan
    const font: { eastAsia?: string; latin?: string } = {
        ...(change.eastAsia !== undefined && { eastAsia: change.eastAsia }),
        ...(change.latin !== undefined && { latin: change.latin }),
        ...(small && { eastAsia: HEITI }),
        ...(asKaiti && { eastAsia: KAITI }),
        ...(code && { latin: CODE_FONT }),
    }
    const isFont = isShared || Object.keys(font).length > 0
    return {
        ...runProperties({
            ...(strong ? { bold: true } : change.bold !== undefined && { bold: change.bold }),
            ...(small ? { color: GREY } : change.color !== undefined && { color: change.color }),
            // Whole and half points only.
            ...(change.trackPt !== undefined && { trackPt: change.trackPt }),
            ...(scale !== 1 && { sizePt: Math.round(format.sizePt * scale * 2) / 2 }),
            ...(scale === 1 && change.sizePt !== undefined && { sizePt: change.sizePt }),
        }),
        rFonts: isFont ? fonts(font, isShared) : undefined,
        i: emphasis && !isHan ? element("i") : undefined,
        // No red waves under ids and hashes.
        noProof: code ? element("noProof") : undefined,
        lang: own === documentLang ? undefined : language(own),
    }
}

export type FieldName = "PAGE" | "NUMPAGES"

/** A field that the program fills in, `PAGE` or `NUMPAGES` (§17.16.5), with the value that it has until then. */
export function field(name: FieldName): string {
    return element("fldSimple", { instr: ` ${name} ` }, element("r", {}, element("t", {}, "1")))
}

/** Text of a header or footer; a tab moves to its right end. */
export function plainRun(own: string, lang: Lang): string {
    return element("r", {}, properties("rPr", SCRIPT[lang] === "han" ? { rFonts: fonts({}, true) } : {}), text(own))
}
