import { contentsOf, ownerOf } from "./content.ts"
import { unicodeOf } from "./fonts.ts"
import {
    arrayOf,
    catalogOf,
    type Dict,
    dictOf,
    isReference,
    nameOf,
    numberOf,
    type PdfFile,
    pagesOf,
    type Value,
} from "./pdf-file.ts"

/** The structure tree (ISO 32000-1 §14.7) as found from its root. */

export interface Element {
    readonly ref: string
    readonly dict: Dict
    readonly role: string
    readonly parent: Element | undefined
    readonly kids: readonly Kid[]
}
export type Kid =
    | { readonly kind: "element"; readonly element: Element }
    | { readonly kind: "content"; readonly page: number; readonly mcid: number }
    | { readonly kind: "object"; readonly ref: string }
    | { readonly kind: "other"; readonly value: Value }

export interface Tree {
    readonly root: Dict
    readonly top: readonly Element[]
    /** In depth-first order: how the document is read. */
    readonly all: readonly Element[]
    /** References that were met more than once. */
    readonly repeated: readonly string[]
}

const READ = new WeakMap<PdfFile, Tree>()

export function treeOf(file: PdfFile): Tree {
    const known = READ.get(file)
    if (known !== undefined) return known
    const root = dictOf(file, catalogOf(file)["/StructTreeRoot"])
    const pages = new Map(pagesOf(file).map(({ ref }, i) => [ref, i]))
    const seen = new Set<string>()
    const repeated: string[] = []
    const all: Element[] = []
    function read(ref: string, parent: Element | undefined): Element {
        if (seen.has(ref)) repeated.push(ref)
        const dict = dictOf(file, ref)
        const kids: Kid[] = []
        const element: Element = { ref, dict, role: nameOf(file, dict["/S"]) ?? "", parent, kids }
        if (seen.has(ref)) return element
        seen.add(ref)
        all.push(element)
        for (const value of kidValues(file, dict["/K"])) kids.push(readKid(value, element))
        return element
    }
    function readKid(value: Value, parent: Element): Kid {
        const own = pages.get(String(parent.dict["/Pg"])) ?? -1
        if (typeof value === "number") return { kind: "content", page: own, mcid: value }
        const dict = dictOf(file, value)
        const type = nameOf(file, dict["/Type"])
        const page = pages.get(String(dict["/Pg"])) ?? own
        if (type === "MCR") return { kind: "content", page, mcid: numberOf(file, dict["/MCID"]) ?? -1 }
        if (type === "OBJR") return { kind: "object", ref: String(dict["/Obj"]) }
        if (isReference(value) && "/S" in dict) return { kind: "element", element: read(value, parent) }
        return { kind: "other", value }
    }
    const top = kidValues(file, root["/K"]).map((value) => read(String(value), undefined))
    const tree = { root, top, all, repeated }
    READ.set(file, tree)
    return tree
}

function kidValues(file: PdfFile, value: Value | undefined): readonly Value[] {
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value
    // A single kid may stand without an array, and an array behind a reference.
    return isReference(value) && Array.isArray(file.objects.get(value)) ? arrayOf(file, value) : [value]
}

export function elementKids(element: Element): readonly Element[] {
    return element.kids.flatMap((kid) => (kid.kind === "element" ? [kid.element] : []))
}

/** A standard attribute of an owner (ISO 32000-1 §14.8.5). */
export function attribute(file: PdfFile, element: Element, owner: string, key: string): Value | undefined {
    const value = element.dict["/A"]
    const all = Array.isArray(value) ? value : [value]
    for (const item of all) {
        const dict = dictOf(file, item)
        if (nameOf(file, dict["/O"]) === owner && `/${key}` in dict) return dict[`/${key}`]
    }
    return undefined
}

/** Text that is marked as an element's own, its descendants' included, in the order of drawing. */
export function elementText(file: PdfFile, element: Element): string {
    const texts = markedTexts(file)
    return element.kids
        .map((kid) => {
            if (kid.kind === "element") return elementText(file, kid.element)
            return kid.kind === "content" ? (texts.get(`${String(kid.page)} ${String(kid.mcid)}`) ?? "") : ""
        })
        .join("")
}

const TEXTS = new WeakMap<PdfFile, Map<string, string>>()

function markedTexts(file: PdfFile): Map<string, string> {
    const known = TEXTS.get(file)
    if (known !== undefined) return known
    const texts = new Map<string, string>()
    for (const [page, { drawn }] of contentsOf(file).entries())
        for (const { marks, font, codes } of drawn) {
            const mcid = ownerOf(marks)?.mcid
            if (mcid === undefined || font === undefined) continue
            const key = `${String(page)} ${String(mcid)}`
            const text = (codes ?? []).map((code) => unicodeOf(file, page, font).get(code) ?? "\uFFFD").join("")
            texts.set(key, (texts.get(key) ?? "") + text)
        }
    TEXTS.set(file, texts)
    return texts
}
