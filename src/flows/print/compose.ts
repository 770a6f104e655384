import type { Host } from "../../base/host.ts"
import { type Issue, PacketError } from "../../base/issue.ts"
import { type Lang, parseLang } from "../../base/lang.ts"
import { own } from "../../base/own.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { visible } from "../../base/text/hygiene.ts"
import type { DocumentModel } from "../../typeset/document/blocks.ts"
import { renderDocument } from "../../typeset/document/render-document.ts"
import type { Lettering } from "../../typeset/drawing/drawing.ts"
import { createFontSet, type FontLibrary } from "../../typeset/font/fonts.ts"
import { openUserFont } from "../../typeset/font/user-font.ts"
import type { LayoutCache } from "../../typeset/layout/composer.ts"
import { layoutDocument } from "../../typeset/layout/layout-document.ts"
import { createLettering } from "../../typeset/layout/lines/lettering.ts"
import type { Images } from "../../typeset/layout/pages/placed.ts"
import { writeDocx } from "../../typeset/office/docx-write.ts"
import { writePdf } from "../../typeset/pdf/write.ts"
import { PLAIN_STYLE, withSignNote } from "./sign-note.ts"

/** One document on its way from template to PDF. */
export interface Composition extends PrintSetting {
    /** Template without extension, for example `zh-CN/case-statement`. */
    readonly template: string
    readonly data: object
}

/** What stands on a document's pages and in its properties besides its blocks. */
export interface PrintSetting {
    /** Time of the act, RFC 3339; the only date in the file. */
    readonly at: string
    readonly ref: string
    /** Stands left of the page number instead of the reference; nothing where it is empty. */
    readonly foot?: string
    /** Head line of every page instead of the document's title. */
    readonly head?: string
    /**
     * For a recipient: no product name anywhere, and what no font has is refused. In papers that stay here it is shown
     * by its code, `⟦U+A9C1⟧`, and a note says so.
     */
    readonly neutral: boolean
    /** A form that is filled in by hand: {@link BLANK_HEAD} stands on every page and in the file's title. */
    readonly isBlank?: boolean
    readonly images?: Images
    /** Shared by documents with parts in common. */
    readonly cache?: LayoutCache
}

/** A finished PDF and how many pages it has. */
export interface Printed {
    readonly source: ByteSource
    readonly pages: number
}

/** The same in memory, for documents that are small or are sent by mail. */
export interface Composed {
    readonly bytes: Uint8Array
    readonly pages: number
}

/** Partials of a template folder; a missing one is an error of the template that names it. */
const PARTIALS: Readonly<Record<Lang, readonly string[]>> = {
    "zh-CN": [
        ...["evidence-part", "evidence-rows", "law-sources", "ledger"],
        ...["letter-account", "letter-contact", "letter-end", "letter-provide", "letter-withhold", "letter-english"],
    ],
    en: [
        ...[
            "request-glance",
            "request-tables",
            "request-sender",
            "request-data-form",
            "request-sealed",
            "request-vouched",
        ],
        ...["request-instrument", "request-enclosures", "request-translation", "glance-typed"],
        ...["letter-english", "letter-earlier"],
        ...["glance-case", "glance-instrument", "glance-target", "glance-data", "glance-contact"],
    ],
}

/** The folder of a partial that others use too: the translation of the letter is one text, wherever it is printed. */
const AT_HOME: Readonly<Record<string, string>> = { "letter-english": "en" }

const partialFile = (folder: string, name: string): string => `${own(AT_HOME, name) ?? folder}/${name}.hbs`

/** True at both stages of a packet; stands on every page of every PDF in a draft. */
export const DRAFT_HEAD =
    "报案人（被害人）整理的附件，本身不是执法机关文书 · Annex prepared by the victim; not itself a law-enforcement request"

/** What a form to fill in by hand says of itself; no paper with it in its title is taken for a sealed one. */
export const BLANK_HEAD = "空白样式 · BLANK FORM"

/** Template -> blocks -> placed pages -> PDF in memory. Throws `PacketError` with every finding of the stage that failed. */
export async function composePdf(host: Host, composition: Composition): Promise<Composed> {
    const { template, data, isBlank, ...setting } = composition
    const model = renderModel(host, template, data)
    const { source, pages } = await (isBlank === true
        ? printModel(host, asBlank(model), { ...setting, head: BLANK_HEAD })
        : printModel(host, model, setting))
    return { bytes: await readAll(source), pages }
}

/** Template -> blocks -> `.docx`, to go on writing in. It never names the program, so it is neutral for any reader. */
export function composeDocx(host: Host, composition: Omit<Composition, "neutral" | "images">): Uint8Array {
    const { template, data, foot, isBlank, ...setting } = composition
    const model = renderModel(host, template, data)
    const ref = foot ?? setting.ref
    return isBlank === true
        ? writeDocx(asBlank(model), { ...setting, ref, head: BLANK_HEAD })
        : writeDocx(model, { ...setting, ref })
}

function asBlank(model: DocumentModel): DocumentModel {
    return { ...model, title: `${BLANK_HEAD} · ${model.title}` }
}

/** Sources of a template and of the partials of its folder. */
export function templateSources(host: Host, template: string): readonly string[] {
    return [host.template(`${template}.hbs`), ...Object.values(partialsOf(host, template))]
}

function partialsOf(host: Host, template: string): Readonly<Record<string, string>> {
    const folder = template.split("/")[0] ?? ""
    const lang = parseLang(folder)
    return Object.fromEntries(
        (lang === undefined ? [] : PARTIALS[lang]).map((name) => [name, host.template(partialFile(folder, name))]),
    )
}

/** Template -> blocks, for documents that become part of another one. */
export function renderModel(host: Host, template: string, data: object): DocumentModel {
    const folder = template.split("/")[0] ?? ""
    const partials = partialsOf(host, template)
    const name = `${template}.hbs`
    try {
        return renderDocument(host.template(name), name, data, partials)
    } catch (error) {
        if (!(error instanceof PacketError)) throw error
        const pathOf = (used: string) => host.templatePath?.(used.endsWith(".hbs") ? used : partialFile(folder, used))
        throw new PacketError(
            error.issues.map((found) => inFile(found, pathOf)),
            { cause: error },
        )
    }
}

/** The issue with the path of the user's own template in place of the template's name. */
function inFile(found: Issue, pathOf: (template: string) => string | undefined): Issue {
    const template = "template" in found.params ? found.params.template : undefined
    const file = typeof template === "string" ? pathOf(template) : undefined
    return file === undefined
        ? found
        : ({ ...found, path: [file], params: { ...found.params, template: file } } as Issue)
}

/** Blocks -> placed pages -> PDF. */
export async function printModel(host: Host, model: DocumentModel, setting: PrintSetting): Promise<Printed> {
    const { at, ref, foot = ref, head, neutral, images = new Map(), cache } = setting
    const fonts = USER_FONT_STYLES.includes(model.style) ? await userFontsOf(host) : fontsOf(host)
    let pages = 0
    // Placed pages take more memory than anything else: out of this function nothing holds them, so that they can go
    // while the file is put together.
    const write = (): Promise<ByteSource> => {
        const placed = layoutDocument(neutral ? model : withSignNote(model, fonts), fonts, {
            images,
            foot: { ref: foot },
            showMissing: !neutral,
            ...(head === undefined ? {} : { head }),
            // The user's font is in some documents only.
            ...(cache === undefined || host.userFont !== undefined ? {} : { cache }),
        })
        pages = placed.pages.length
        return writePdf(placed, fonts, { creationDate: at, neutral, sha256: host.sha256 })
    }
    const source = await write()
    return { source, pages }
}

/** What Chinese charts need to know of the fonts. */
export function letteringOf(host: Host): Lettering {
    return createLettering(fontsOf(host), "zh-CN")
}

/** What of a text no font has, each character once: what a paper shows by its code, or refuses. Breaks and tabs are none. */
export function lacking(host: Host, text: string): readonly string[] {
    return fontsOf(host).missing(visible(text).replace(/[\n\t]/g, " "), PLAIN_STYLE)
}

/**
 * As {@link lacking}, for finding everything at once: of a text that needs a face which is not at hand nothing is said,
 * and `absent` gives that finding once for each face.
 */
export function lackingAtHand(host: Host): {
    readonly lacking: (text: string) => readonly string[]
    readonly absent: () => readonly Issue[]
} {
    const absent = new Map<string, Issue>()
    return {
        lacking(text) {
            try {
                return lacking(host, text)
            } catch (cause) {
                if (!(cause instanceof PacketError)) throw cause
                for (const found of cause.issues) {
                    if (found.code !== "font.file.absent") throw cause
                    if (!absent.has(found.params.file)) absent.set(found.params.file, found)
                }
                return []
            }
        },
        absent: () => [...absent.values()],
    }
}

const LIBRARIES = new WeakMap<Host, FontLibrary>()

/** Fonts are opened once for all documents of a run. */
function fontsOf(host: Host): FontLibrary {
    const library = LIBRARIES.get(host) ?? createFontSet((name) => host.font(name))
    LIBRARIES.set(host, library)
    return library
}

/** Documents that are set in the user's own font: those that look like a Chinese official paper. */
const USER_FONT_STYLES = ["letter", "report"]
const USER_LIBRARIES = new WeakMap<Host, Promise<FontLibrary>>()

/** The fonts with the user's own before them; headings keep the bold of ours. */
function userFontsOf(host: Host): Promise<FontLibrary> {
    const { userFont } = host
    if (userFont === undefined) return Promise.resolve(fontsOf(host))
    const opening =
        USER_LIBRARIES.get(host) ??
        openUserFont({ ...userFont, serif: true, bold: false }).then((face) =>
            createFontSet((name) => host.font(name), { serif: { 400: face } }),
        )
    USER_LIBRARIES.set(host, opening)
    return opening
}
