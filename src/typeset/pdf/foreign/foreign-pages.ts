import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFPageLeaf, PDFRef } from "pdf-lib"
import type { ForeignFile } from "./foreign-objects.ts"
import { Ambiguous } from "./foreign-syntax.ts"

/** Most pages of a file. */
const MOST_PAGES = 20_000
const MOST_DEPTH = 50
const [TYPE, KIDS, COUNT, PARENT] = ["Type", "Kids", "Count", "Parent"].map((key) => PDFName.of(key)) as [
    PDFName,
    PDFName,
    PDFName,
    PDFName,
]
/** What a page has from the nodes above it (ISO 32000-1, table 30). */
const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"].map((key) => PDFName.of(key))

/**
 * The pages of a document in order (ISO 32000-1 §7.7.3), each with what it inherits. Throws `Ambiguous` where programs do
 * not show the same ones: some go by the tree, some by what its nodes count or name as what is above them. A node that
 * hangs in the tree twice makes it no tree: it would have no end, or more pages than there are sheets of paper.
 */
export function pageLeaves({ catalog, context }: ForeignFile): readonly PDFPageLeaf[] {
    const pages: PDFPageLeaf[] = []
    const seen = new Set<PDFDict>()
    const walk = (node: PDFDict, above: readonly PDFDict[]): void => {
        const kids = node.lookup(KIDS)
        const type = node.lookup(TYPE)
        const isTree = kids instanceof PDFArray
        if (type !== undefined && type !== PDFName.of(isTree ? "Pages" : "Page")) throw new Ambiguous("pages")
        if (!isTree) {
            const entries = new Map([...inherited(node, above), ...node.entries()])
            entries.delete(PARENT)
            pages.push(PDFPageLeaf.fromMapWithContext(entries, context))
            if (pages.length > MOST_PAGES) throw new RangeError("too many pages")
            return
        }
        if (seen.has(node) || above.length > MOST_DEPTH) throw new RangeError("a page tree that is no tree")
        seen.add(node)
        const before = pages.length
        for (const kid of kids.asArray()) {
            const child = kid instanceof PDFRef ? context.lookup(kid) : undefined
            if (!(child instanceof PDFDict)) throw new Ambiguous("pages")
            walk(child, [node, ...above])
        }
        const count = node.lookup(COUNT)
        if (!(count instanceof PDFNumber) || count.asNumber() !== pages.length - before) throw new Ambiguous("pages")
    }
    const root = catalog.lookup(PDFName.of("Pages"))
    if (!(root instanceof PDFDict)) throw new RangeError("no pages")
    walk(root, [])
    return pages
}

/** Of the nodes above a page, the nearest first, what they say for it. */
function inherited(page: PDFDict, above: readonly PDFDict[]): [PDFName, PDFObject][] {
    const named: PDFDict[] = []
    for (let node: unknown = page; node instanceof PDFDict && named.length <= MOST_DEPTH; node = node.lookup(PARENT))
        named.push(node)
    return INHERITED.filter((key) => !page.has(key)).flatMap((key) => {
        const value = above.find((node) => node.has(key))?.get(key)
        if (named.find((node) => node.has(key))?.get(key) !== value) throw new Ambiguous("pages")
        return value === undefined ? [] : [[key, value]]
    })
}
