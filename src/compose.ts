import type { Host } from "./base/host.ts"
import { renderDocument } from "./document/render-document.ts"
import { createFontSet, type FontLibrary } from "./font/fonts.ts"
import { layoutDocument } from "./layout/layout-document.ts"
import type { Images } from "./layout/placed.ts"
import { writePdf } from "./pdf/write.ts"

/** One document on its way from template to PDF. */
export interface Composition {
    /** Template without extension, for example `zh-CN/case-statement`. */
    readonly template: string
    readonly data: object
    /** Time of the act, RFC 3339; the only date in the file. */
    readonly at: string
    readonly ref: string
    /** Head line of every page instead of the document's title. */
    readonly head?: string
    /** For a recipient: no product name anywhere. */
    readonly neutral: boolean
    readonly images?: Images
}

export interface Composed {
    readonly bytes: Uint8Array
    readonly pages: number
}

/** Partials of a template folder; a missing one is an error of the template that names it. */
const PARTIALS: Readonly<Record<string, readonly string[]>> = { "zh-CN": ["evidence-entry"], en: [] }

/** True at both stages of a packet; stands on every page of every PDF in a draft. */
export const DRAFT_HEAD =
    "报案人（被害人）整理的附件，本身不是执法机关文书 · Annex prepared by the victim; not itself a law-enforcement request"

/** Template -> blocks -> placed pages -> PDF. Throws `PacketError` with every finding of the stage that failed. */
export async function composePdf(host: Host, composition: Composition): Promise<Composed> {
    const { template, data, at, ref, head, neutral, images = new Map() } = composition
    const folder = template.split("/")[0] ?? ""
    const partials = Object.fromEntries(
        (PARTIALS[folder] ?? []).map((name) => [name, host.template(`${folder}/${name}.hbs`)]),
    )
    const name = `${template}.hbs`
    const model = renderDocument(host.template(name), name, data, partials)
    const fonts = fontsOf(host)
    const placed = layoutDocument(model, fonts, { images, foot: { ref }, ...(head === undefined ? {} : { head }) })
    return {
        bytes: await writePdf(placed, fonts, { creationDate: at, neutral, sha256: host.sha256 }),
        pages: placed.pages.length,
    }
}

const LIBRARIES = new WeakMap<Host, FontLibrary>()

/** Fonts are opened once for all documents of a run. */
function fontsOf(host: Host): FontLibrary {
    const library = LIBRARIES.get(host) ?? createFontSet((name) => host.font(name))
    LIBRARIES.set(host, library)
    return library
}
