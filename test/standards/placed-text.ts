import type { PlacedDocument } from "../../src/typeset/layout/pages/placed.ts"
import { contentsOf } from "./content.ts"
import { unicodeOf } from "./fonts.ts"
import { catalogOf, numberOf, type PdfFile, pagesOf, textOf } from "./pdf-file.ts"
import { parentTree } from "./structure-rules.ts"
import { type Element, treeOf } from "./tree.ts"

/** Text of each page in the order of drawing; `by language`: cut where the language changes, which stands in front. */
export function placedTexts(doc: PlacedDocument, form: "plain" | "by language" = "plain"): string[] {
    return doc.pages.map((page) => {
        const runs = page.items.flatMap((item) => {
            if (item.kind !== "text") return []
            const text = item.glyphs.map((glyph) => glyph.text).join("")
            const lang = item.tag === "artifact" ? "" : (item.lang ?? languageOf(doc, item.tag))
            return [{ text, lang }]
        })
        return form === "plain" ? runs.map(({ text }) => text).join("") : joinRuns(runs)
    })
}

function languageOf(doc: PlacedDocument, tag: number): string {
    const node = doc.structure[tag]
    if (node?.lang !== undefined) return node.lang
    return node?.parent === undefined ? doc.lang : languageOf(doc, node.parent)
}

/** The same from the file: glyphs through the fonts' maps, languages from marks, elements and the catalog. */
export function drawnTexts(file: PdfFile): string[] {
    const { root, all } = treeOf(file)
    const owners = parentTree(file, root)
    const elements = new Map<unknown, Element>(all.map((element) => [element.ref, element]))
    const own = textOf(file, catalogOf(file)["/Lang"]) ?? ""
    const inherited = (element: Element | undefined): string =>
        element === undefined ? own : (textOf(file, element.dict["/Lang"]) ?? inherited(element.parent))
    const contents = contentsOf(file)
    return pagesOf(file).map(({ dict }, page) => {
        const row = owners.get(numberOf(file, dict["/StructParents"]) ?? -1)
        const list = typeof row === "string" ? file.objects.get(row) : row
        const runs = (contents[page]?.drawn ?? []).flatMap(({ font, codes, marks }) => {
            if (font === undefined) return []
            const map = unicodeOf(file, page, font)
            const text = (codes ?? []).map((code) => map.get(code) ?? "\uFFFD").join("")
            if (marks.some(({ tag }) => tag === "Artifact")) return [{ text, lang: "" }]
            const named = marks.findLast(({ properties }) => properties.Lang !== undefined)?.properties.Lang
            const mcid = marks.find((mark) => mark.mcid !== undefined)?.mcid ?? -1
            const owner = Array.isArray(list) ? elements.get(list[mcid]) : undefined
            return [{ text, lang: named?.slice(1, -1) ?? inherited(owner) }]
        })
        return joinRuns(runs)
    })
}

function joinRuns(runs: readonly { readonly text: string; readonly lang: string }[]): string {
    let out = ""
    let before: string | undefined
    for (const { text, lang } of runs) {
        if (text === "") continue
        out += lang === before ? text : `\n[${lang}] ${text}`
        before = lang
    }
    return out
}
