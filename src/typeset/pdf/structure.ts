import { type PDFContext, type PDFDict, PDFName, type PDFRef } from "pdf-lib"
import type { PlacedDocument, StructNode } from "../layout/pages/placed.ts"
import { type TaggedContent, union } from "./content.ts"
import type { Box } from "./geometry.ts"
import { asciiString, printNumber, textString } from "./print.ts"

/** Content of the document with the annotation object of each link. */
export type PlacedContent = TaggedContent & { readonly annotation?: PDFRef }

type Kid = PDFRef | number | { Type: string; Pg: PDFRef; MCID: number } | { Type: string; Pg: PDFRef; Obj: PDFRef }

interface Element {
    readonly ref: PDFRef
    readonly kids: Kid[]
    page: PDFRef | undefined
    box: Box | undefined
    attached: boolean
}

/**
 * Writes the structure tree (ISO 32000-1 §14.7): one element per node, marked content and links in reading order, the
 * parent tree that leads back, and ids of notes.
 *
 * @param contents - In order of pages and, on a page, of drawing.
 * @returns The root. Pages are given `StructParents` and annotations `StructParent` here.
 */
export function writeStructure(
    ctx: PDFContext,
    doc: PlacedDocument,
    pages: readonly { readonly ref: PDFRef; readonly dict: PDFDict }[],
    contents: readonly PlacedContent[],
): PDFRef {
    const root = ctx.nextRef()
    const elements = doc.structure.map((): Element => {
        return { ref: ctx.nextRef(), kids: [], page: undefined, box: undefined, attached: false }
    })
    const top: PDFRef[] = []
    const children = childrenOf(doc.structure)

    /** Puts a node below its parent, after all its elder siblings: an empty cell keeps its place in the row. */
    function attach(node: number): void {
        const element = elements[node]
        if (element === undefined || element.attached) return
        const parent = doc.structure[node]?.parent
        if (parent !== undefined) attach(parent)
        const waiting = children.get(parent) ?? []
        while (waiting.length > 0 && (waiting.at(-1) ?? 0) <= node) {
            const elder = elements[waiting.pop() ?? 0]
            if (elder === undefined) break
            elder.attached = true
            if (parent === undefined) top.push(elder.ref)
            else elements[parent]?.kids.push(elder.ref)
        }
    }
    const onPage: PDFRef[][] = pages.map(() => [])
    const annotations: [PDFRef, PDFRef][] = []
    for (const content of contents) {
        const element = elements[content.node]
        const page = pages[content.page]
        if (element === undefined || page === undefined) throw new RangeError("content of an unknown node")
        attach(content.node)
        element.page ??= page.ref
        if (content.box !== undefined && content.kind === "marked")
            element.box = element.box === undefined ? content.box : union(element.box, content.box)
        if (content.kind === "marked") {
            const here = element.page === page.ref
            element.kids.push(here ? content.mcid : { Type: "MCR", Pg: page.ref, MCID: content.mcid })
            onPage[content.page]?.push(element.ref)
        } else if (content.annotation !== undefined) {
            element.kids.push({ Type: "OBJR", Pg: page.ref, Obj: content.annotation })
            annotations.push([content.annotation, element.ref])
        }
    }
    for (const node of doc.structure.keys()) attach(node)
    for (const [i, node] of doc.structure.entries()) {
        const parent = node.parent === undefined ? root : elements[node.parent]?.ref
        const element = elements[i]
        if (element !== undefined) ctx.assign(element.ref, elementDict(ctx, node, i, element, parent ?? root))
    }
    const parentTree = writeParentTree(ctx, pages, onPage, annotations)
    const ids = noteIds(doc.structure, elements)
    ctx.assign(
        root,
        ctx.obj({
            Type: "StructTreeRoot",
            K: top,
            ParentTree: parentTree,
            ParentTreeNextKey: pages.length + annotations.length,
            ...(ids.length === 0 ? {} : { IDTree: ctx.register(ctx.obj({ Names: ids })) }),
        }),
    )
    return root
}

/** Children of each node, the last first, so that the next one can be popped. */
function childrenOf(structure: readonly StructNode[]): Map<number | undefined, number[]> {
    const children = new Map<number | undefined, number[]>()
    for (let i = structure.length - 1; i >= 0; i--) {
        const parent = structure[i]?.parent
        const siblings = children.get(parent)
        if (siblings === undefined) children.set(parent, [i])
        else siblings.push(i)
    }
    return children
}

function elementDict(ctx: PDFContext, node: StructNode, index: number, element: Element, parent: PDFRef): PDFDict {
    const dict = ctx.obj({ Type: "StructElem", S: node.role, P: parent, K: element.kids }) as PDFDict
    const set = (key: string, value: Parameters<PDFDict["set"]>[1]): void => dict.set(PDFName.of(key), value)
    if (element.page !== undefined) set("Pg", element.page)
    if (node.lang !== undefined) set("Lang", asciiString(node.lang))
    if (node.alt !== undefined) set("Alt", textString(node.alt))
    if (node.role === "Note") set("ID", asciiString(noteId(index)))
    const attributes = attributesOf(node, element.box)
    if (attributes.length > 0) set("A", ctx.obj(attributes))
    return dict
}

/** Standard attributes (ISO 32000-1 §14.8.5), one dictionary for each owner. */
function attributesOf(node: StructNode, box: Box | undefined): Record<string, string | number | number[]>[] {
    const all: Record<string, string | number | number[]>[] = []
    if (node.listNumbering !== undefined) all.push({ O: "List", ListNumbering: node.listNumbering })
    const spans = { ColSpan: node.colSpan ?? 1, RowSpan: node.rowSpan ?? 1 }
    const table = Object.entries(spans).filter(([, span]) => span > 1)
    if (node.scope !== undefined || table.length > 0)
        all.push({
            O: "Table",
            ...(node.scope === undefined ? {} : { Scope: node.scope }),
            ...Object.fromEntries(table),
        })
    if (node.role === "Figure" && box !== undefined)
        all.push({ O: "Layout", Placement: "Block", BBox: box.map((value) => Number(printNumber(value))) })
    return all
}

/** From a page's MCIDs, and from each annotation, back to the elements that own them (ISO 32000-1 §14.7.4.4). */
function writeParentTree(
    ctx: PDFContext,
    pages: readonly { readonly dict: PDFDict }[],
    onPage: readonly (readonly PDFRef[])[],
    annotations: readonly (readonly [annotation: PDFRef, element: PDFRef])[],
): PDFRef {
    const numbers: (number | PDFRef)[] = []
    for (const [i, { dict }] of pages.entries()) {
        dict.set(PDFName.of("StructParents"), ctx.obj(i))
        numbers.push(i, ctx.register(ctx.obj([...(onPage[i] ?? [])])))
    }
    for (const [i, [annotation, element]] of annotations.entries()) {
        const key = pages.length + i
        const dict = ctx.lookup(annotation) as PDFDict
        dict.set(PDFName.of("StructParent"), ctx.obj(key))
        numbers.push(key, element)
    }
    return ctx.register(ctx.obj({ Nums: numbers }))
}

/** PDF/UA-1 §7.9: every Note has an id of its own. Names in the order of their bytes. */
function noteIds(
    structure: readonly StructNode[],
    elements: readonly Element[],
): (ReturnType<typeof asciiString> | PDFRef)[] {
    return structure.flatMap((node, i) => {
        const element = elements[i]
        return node.role === "Note" && element !== undefined ? [asciiString(noteId(i)), element.ref] : []
    })
}
function noteId(index: number): string {
    return `note-${String(index).padStart(6, "0")}`
}
