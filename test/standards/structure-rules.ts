import { contentsOf, ownerOf } from "./content.ts"
import {
    arrayOf,
    catalogOf,
    type Dict,
    dictionaries,
    dictOf,
    nameOf,
    numberOf,
    numbersOf,
    type PdfFile,
    pagesOf,
    textOf,
} from "./pdf-file.ts"
import { each, type Rule } from "./rule.ts"
import { attribute, type Element, elementKids, elementText, treeOf } from "./tree.ts"

/** The structure tree, and that content and tree belong together one to one. */

const GROUPS = "Sect P H1 H2 H3 H4 H5 H6 L Table Figure Note TOC Link Span Caption"
const BLOCKS = "P H1 H2 H3 H4 H5 H6 L Table Figure Note Link Span Sect"
const INLINE = "Link Span Note Figure Lbl"
/** What each role may hold (ISO 32000-1 §14.8.4; ISO 14289-1 §7.2 for lists, tables and contents). */
const HOLDS: Readonly<Record<string, string>> = {
    Document: GROUPS,
    Sect: GROUPS,
    P: INLINE,
    H1: INLINE,
    H2: INLINE,
    H3: INLINE,
    H4: INLINE,
    H5: INLINE,
    H6: INLINE,
    L: "L LI Caption",
    LI: "Lbl LBody",
    Lbl: INLINE,
    LBody: BLOCKS,
    Table: "Caption THead TBody TFoot TR",
    THead: "TR",
    TBody: "TR",
    TFoot: "TR",
    TR: "TH TD",
    TH: BLOCKS,
    TD: BLOCKS,
    Caption: "P Link Span",
    Figure: "Caption P Span Link",
    Link: "Span Figure",
    Span: "Link Span",
    Note: "P Lbl Link Span L",
    TOC: "TOC TOCI Caption",
    TOCI: "Lbl Reference NonStruct P TOC Link Span",
    Reference: "Link Span Lbl",
}
/** Roles that are made of elements only; content of their own would be read out of place. */
const WITHOUT_CONTENT = new Set(["Document", "Sect", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR", "TOC"])
/** Holds what is one of its kind at most, and first. */
const ONCE_FIRST: Readonly<Record<string, string>> = { Table: "Caption", L: "Caption", TOC: "Caption" }

export function name(element: Element): string {
    return `${element.role} ${element.ref}`
}

export const STRUCTURE_RULES: readonly Rule[] = [
    {
        clause: "32000 14.7.2, A-2 6.7.3",
        says: "each structure element is reached once from one Document, and leads back to its parent",
        faults(file) {
            const { top, all, repeated } = treeOf(file)
            const reached = new Set(all.map(({ ref }) => ref))
            const root = String(catalogOf(file)["/StructTreeRoot"])
            return [
                ...(top.length === 1 && top[0]?.role === "Document" ? [] : ["no single Document"]),
                ...repeated.map((ref) => `${ref}: reached twice`),
                ...each(dictionaries(file), ({ ref, dict }) => {
                    const isElement = nameOf(file, dict["/Type"]) === "StructElem"
                    return isElement && !reached.has(ref) && `${ref}: not reached`
                }),
                ...each(all, (element) => {
                    const parent = element.parent?.ref ?? root
                    const isSound =
                        nameOf(file, element.dict["/Type"]) === "StructElem" && element.dict["/P"] === parent
                    return !isSound && `${name(element)}: wrong type or parent`
                }),
                ...each(
                    all,
                    (element) => element.kids.some(({ kind }) => kind === "other") && `${name(element)}: unknown kid`,
                ),
            ]
        },
    },
    {
        clause: "UA-1 7.2 (nesting)",
        says: "roles are nested as the standard defines them, and only leaves hold content",
        faults: (file) =>
            treeOf(file).all.flatMap((element) => {
                const allowed = HOLDS[element.role]?.split(" ")
                if (allowed === undefined) return [`${name(element)}: no standard role of ours`]
                const kids = elementKids(element)
                const single = ONCE_FIRST[element.role]
                const at = kids.map(({ role }) => role)
                return [
                    ...kids
                        .filter(({ role }) => !allowed.includes(role))
                        .map((kid) => `${name(kid)} in ${element.role}`),
                    ...(single !== undefined && at.lastIndexOf(single) > 0
                        ? [`${name(element)}: ${single} not first`]
                        : []),
                    ...(WITHOUT_CONTENT.has(element.role) && element.kids.some(({ kind }) => kind !== "element")
                        ? [`${name(element)}: content of its own`]
                        : []),
                    ...(element.role === "Table" && at.filter((role) => role === "THead").length > 1
                        ? [`${name(element)}: two heads`]
                        : []),
                    ...(at.includes("THead") && !at.includes("TBody")
                        ? [`${name(element)}: a head without a body`]
                        : []),
                    ...(element.role === "LI" && !at.includes("LBody") ? [`${name(element)}: no body`] : []),
                ]
            }),
    },
    {
        clause: "UA-1 7.1 (content)",
        says: "all that is drawn is an artifact or content of one element, never both",
        faults: (file) =>
            contentsOf(file).flatMap(({ drawn, marks }, page) => {
                const at = `page ${String(page + 1)}`
                return [
                    ...each(drawn, ({ operator, marks: around }) => {
                        const isArtifact = around.some(({ tag }) => tag === "Artifact")
                        return !isArtifact && ownerOf(around) === undefined && `${at}: ${operator} unmarked`
                    }),
                    ...each(marks, ({ mark, around }) => {
                        const isInside = around.some(({ tag, mcid }) => tag === "Artifact" || mcid !== undefined)
                        const begins = mark.tag === "Artifact" || mark.mcid !== undefined
                        return begins && isInside && `${at}: ${mark.tag} inside of other marked content`
                    }),
                ]
            }),
    },
    {
        clause: "32000 14.7.4.4",
        says: "marked content, parent tree and structure tree say the same",
        faults(file) {
            const { root, all } = treeOf(file)
            const owners = parentTree(file, root)
            const inTree = new Map<string, Element>()
            const faults: string[] = []
            for (const element of all)
                for (const kid of element.kids)
                    if (kid.kind === "content") {
                        const key = `${String(kid.page)} ${String(kid.mcid)}`
                        if (inTree.has(key)) faults.push(`${name(element)}: content ${key} has two owners`)
                        inTree.set(key, element)
                    }
            const contents = contentsOf(file)
            for (const [page, { dict }] of pagesOf(file).entries()) {
                const row = arrayOf(file, owners.get(numberOf(file, dict["/StructParents"]) ?? -1))
                const drawn = (contents[page]?.marks ?? []).flatMap(({ mark }) =>
                    mark.mcid === undefined ? [] : [mark],
                )
                const numbers = drawn.map(({ mcid }) => mcid ?? -1)
                if (new Set(numbers).size !== numbers.length) faults.push(`page ${String(page + 1)}: a number twice`)
                if (row.length !== numbers.length)
                    faults.push(`page ${String(page + 1)}: ${String(row.length)} in the parent tree`)
                for (const { mcid = -1, tag } of drawn) {
                    const key = `${String(page)} ${String(mcid)}`
                    const element = inTree.get(key)
                    inTree.delete(key)
                    if (element === undefined || row[mcid] !== element.ref)
                        faults.push(`content ${key}: not in the tree`)
                    else if (element.role !== tag) faults.push(`content ${key}: ${tag} in ${element.role}`)
                }
            }
            return [...faults, ...[...inTree.keys()].map((key) => `content ${key}: in the tree only`)]
        },
    },
    {
        clause: "UA-1 7.4.2",
        says: "the first heading is H1, and none skips a level",
        faults(file) {
            let before = 0
            return each(treeOf(file).all, (element) => {
                const level = Number(/^H(\d)$/.exec(element.role)?.[1] ?? 0)
                if (level === 0) return undefined
                const skips = level > before + 1
                before = level
                return skips && `${name(element)} skips a level`
            })
        },
    },
    {
        clause: "UA-1 7.3",
        says: "each figure is described, and says where it stands on its page",
        faults: (file) =>
            each(treeOf(file).all, (element) => {
                if (element.role !== "Figure") return undefined
                const alt = (
                    textOf(file, element.dict["/Alt"]) ??
                    textOf(file, element.dict["/ActualText"]) ??
                    ""
                ).trim()
                if (alt === "") return `${name(element)}: not described`
                const page = pagesOf(file).find(({ ref }) => ref === element.dict["/Pg"])
                const [left = 0, bottom = 0, right = -1, top = -1] = numbersOf(
                    file,
                    attribute(file, element, "Layout", "BBox"),
                )
                const [, , width = 0, height = 0] = numbersOf(file, page?.dict["/MediaBox"])
                const isInside =
                    left >= 0 && bottom >= 0 && right > left && top > bottom && right <= width && top <= height
                return !isInside && `${name(element)}: no box on its page`
            }),
    },
    {
        clause: "UA-1 7.6",
        says: "lists say how they are numbered where they are",
        faults: (file) =>
            each(treeOf(file).all, (element) => {
                if (element.role !== "L") return undefined
                const numbering = nameOf(file, attribute(file, element, "List", "ListNumbering")) ?? "None"
                const labels = elementKids(element).flatMap((item) =>
                    elementKids(item).filter(({ role }) => role === "Lbl"),
                )
                const isCounted = labels.length > 0 && labels.every((label) => /^\d+\.$/.test(elementText(file, label)))
                const isBulleted = labels.length > 0 && labels.every((label) => elementText(file, label) === "●")
                const expected = isCounted ? "Decimal" : isBulleted ? "Disc" : "None"
                return (
                    labels.length > 0 &&
                    numbering !== expected &&
                    `${name(element)}: ${numbering} instead of ${expected}`
                )
            }),
    },
    {
        clause: "UA-1 7.9",
        says: "each note has an identifier of its own, which leads to it",
        faults(file) {
            const { root, all } = treeOf(file)
            const names = arrayOf(file, dictOf(file, root["/IDTree"])["/Names"])
            const ids = new Map(
                names.flatMap((value, i) => (i % 2 === 0 ? [[textOf(file, value) ?? "", names[i + 1]]] : [])) as [
                    string,
                    unknown,
                ][],
            )
            const seen = new Set<string>()
            return each(all, (element) => {
                if (element.role !== "Note") return undefined
                const id = textOf(file, element.dict["/ID"]) ?? ""
                const isFirst = !seen.has(id)
                seen.add(id)
                return !(id !== "" && isFirst && ids.get(id) === element.ref) && `${name(element)}: identifier ${id}`
            })
        },
    },
    {
        clause: "UA-1 7.2 (language)",
        says: "the document has a language, and every language named is a language tag",
        faults(file) {
            const own = textOf(file, catalogOf(file)["/Lang"]) ?? ""
            const marked = contentsOf(file).flatMap(({ marks }) =>
                marks.flatMap(({ mark }) => mark.properties.Lang?.slice(1, -1) ?? []),
            )
            const elements = dictionaries(file).flatMap(({ dict }) =>
                "/Lang" in dict ? [textOf(file, dict["/Lang"]) ?? ""] : [],
            )
            return [
                ...(own === "" ? ["no language"] : []),
                ...each(
                    [...marked, ...elements],
                    (tag) => !/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(tag) && `language ${tag}`,
                ),
            ]
        },
    },
    {
        clause: "UA-1 7.1 (text)",
        says: "no replacement text hides what is drawn",
        faults: (file) => [
            ...each(dictionaries(file), ({ ref, dict }) => "/ActualText" in dict && `${ref}: ActualText`),
            ...each(
                contentsOf(file).flatMap(({ marks }) => marks),
                ({ mark }) => ("ActualText" in mark.properties || "E" in mark.properties) && `${mark.tag}: ActualText`,
            ),
        ],
    },
    {
        clause: "UA-1 7.8",
        says: "artifacts say of what kind they are",
        faults: (file) =>
            each(
                contentsOf(file).flatMap(({ marks }) => marks),
                ({ mark: { tag, properties } }) =>
                    tag === "Artifact" &&
                    !/^\/(?:Layout|Pagination)$/.test(properties.Type ?? "") &&
                    "an artifact of no kind",
            ),
    },
    {
        clause: "UA-1 7.18",
        says: "each link is described, in a Link of the tree that also holds its text, and reached by tab in reading order",
        faults(file) {
            const { root, all } = treeOf(file)
            const owners = parentTree(file, root)
            const holders = new Map(
                all.flatMap((element) =>
                    element.kids.flatMap((kid) => (kid.kind === "object" ? [[kid.ref, element] as const] : [])),
                ),
            )
            return pagesOf(file).flatMap(({ ref: page, dict: pageDict }) => {
                const annotations = arrayOf(file, pageDict["/Annots"])
                const tabs =
                    annotations.length > 0 && nameOf(file, pageDict["/Tabs"]) !== "S" ? [`${page}: no tab order`] : []
                return [...tabs, ...each(annotations, (value) => linkFault(file, String(value), holders, owners))]
            })
        },
    },
]

function linkFault(
    file: PdfFile,
    ref: string,
    holders: ReadonlyMap<string, Element>,
    owners: ReadonlyMap<number, unknown>,
): string | undefined {
    const dict = dictOf(file, ref)
    const holder = holders.get(ref)
    if ((textOf(file, dict["/Contents"]) ?? "").trim() === "") return `${ref}: not described`
    if (holder?.role !== "Link") return `${ref}: in no Link`
    if (owners.get(numberOf(file, dict["/StructParent"]) ?? -1) !== holder.ref) return `${ref}: leads back elsewhere`
    return elementText(file, holder).trim() === "" ? `${ref}: no text` : undefined
}

/** The parent tree as a map (a number tree, ISO 32000-1 §7.9.7; ours has one leaf). */
export function parentTree(file: PdfFile, root: Dict): ReadonlyMap<number, Dict[string]> {
    const owners = new Map<number, Dict[string]>()
    const visit = (dict: Dict): void => {
        const numbers = arrayOf(file, dict["/Nums"])
        for (let i = 0; i + 1 < numbers.length; i += 2) owners.set(Number(numbers[i]), numbers[i + 1] ?? null)
        for (const kid of arrayOf(file, dict["/Kids"])) visit(dictOf(file, kid))
    }
    visit(dictOf(file, root["/ParentTree"]))
    return owners
}
