import { contentsOf, drawnObjects, hasForeignPages } from "./content.ts"
import { isArchival, xmpText } from "./file-rules.ts"
import { catalogOf, dictOf, isStream, nameOf, type PdfFile, pagesOf, resolve, textOf } from "./pdf-file.ts"
import { each, type Rule } from "./rule.ts"

/** What the file says of itself: XMP, the information dictionary and the claims of conformance. */

const NAMESPACES: Readonly<Record<string, string>> = {
    x: "adobe:ns:meta/",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    dc: "http://purl.org/dc/elements/1.1/",
    xmp: "http://ns.adobe.com/xap/1.0/",
    pdf: "http://ns.adobe.com/pdf/1.3/",
    pdfaid: "http://www.aiim.org/pdfa/ns/id/",
    pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
    pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
    pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
    pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
    xml: "",
}
/** Properties of the predefined schemas that we use (ISO 16684-1), and those of the extension schema. */
const PROPERTIES = new Set(
    "dc:format dc:title dc:creator dc:description dc:language xmp:CreateDate xmp:ModifyDate xmp:MetadataDate xmp:CreatorTool pdf:Producer pdf:Keywords pdfaid:part pdfaid:conformance pdfuaid:part pdfaExtension:schemas".split(
        " ",
    ),
)
const SCHEMA_FIELDS = [
    "pdfaSchema:schema",
    "pdfaSchema:namespaceURI",
    "pdfaSchema:prefix",
    "pdfaSchema:property",
    "pdfaProperty:name",
    "pdfaProperty:valueType",
    "pdfaProperty:category",
    "pdfaProperty:description",
]

/** What stands between the tags of a property, its inner tags removed. */
function property(xmp: string, name: string): string | undefined {
    const match = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)
    return match?.[1] === undefined ? undefined : unescapeXml(match[1].replace(/<[^>]*>/g, ""))
}
function unescapeXml(text: string): string {
    return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
}

/** Faults of a text as XML: tags that do not match, bare signs, prefixes without a namespace. */
function xmlFaults(xmp: string): string[] {
    const faults: string[] = []
    const open: string[] = []
    const declared = new Set(["xml"])
    const content = xmp.replace(/<\?[\s\S]*?\?>/g, "")
    for (const [, closing, name = "", attributes = "", empty] of content.matchAll(/<(\/?)([^\s/>]+)([^>]*?)(\/?)>/g)) {
        for (const [, prefix = "", uri = ""] of attributes.matchAll(/xmlns:([\w-]+)="([^"]*)"/g)) {
            declared.add(prefix)
            if (NAMESPACES[prefix] !== uri) faults.push(`namespace of ${prefix}`)
        }
        const prefix = name.split(":")[0] ?? ""
        if (!declared.has(prefix)) faults.push(`no namespace for ${name}`)
        if (closing !== "" && open.pop() !== name) faults.push(`</${name}> closes nothing`)
        if (closing === "" && empty === "") open.push(name)
    }
    if (open.length > 0) faults.push(`<${open.join("> <")}> not closed`)
    if (/&(?!(?:amp|lt|gt|quot|apos);)|<(?![/\w?])/.test(content)) faults.push("a bare & or <")
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(content)) faults.push("a character XML forbids")
    return faults
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-]\d\d):(\d\d))$/

/** RFC 3339 in the form of a PDF date (ISO 32000-1 §7.9.4). */
function pdfDate(rfc3339: string | undefined): string {
    const match = DATE.exec(rfc3339 ?? "")
    if (match === null) return "no date"
    // Written out for UTC too: pdfcpu calls a `Z` without hours and minutes no date.
    const [hours = "+00", minutes = "00"] = match.slice(7)
    return `D:${match.slice(1, 7).join("")}${hours}'${minutes}'`
}

function hasCmyk(file: PdfFile): boolean {
    const contents = contentsOf(file)
    return pagesOf(file).some((page, i) => {
        const content = contents[i]
        if (content === undefined) return false
        const objects = drawnObjects(file, page, content).map((object) => dictOf(file, object))
        return objects.some((dict) => nameOf(file, dict["/ColorSpace"]) === "DeviceCMYK")
    })
}

export const METADATA_RULES: readonly Rule[] = [
    {
        clause: "A-2 6.6.2.1",
        says: "the metadata are an XMP packet without filter, encoding or length, in well-formed XML",
        faults(file) {
            const stream = resolve(file, catalogOf(file)["/Metadata"])
            if (!isStream(stream)) return ["no metadata"]
            const xmp = xmpText(file)
            const header = /^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp)
            return [
                ...(nameOf(file, stream.dict["/Type"]) === "Metadata" && nameOf(file, stream.dict["/Subtype"]) === "XML"
                    ? []
                    : ["not called metadata"]),
                ...("/Filter" in stream.dict ? ["packed"] : []),
                ...(header && /<\?xpacket end="[rw]"\?>$/.test(xmp.trimEnd()) ? [] : ["no packet"]),
                ...xmlFaults(xmp),
            ]
        },
    },
    {
        clause: "A-2 6.6.2.3",
        says: "properties are predefined or described by an extension schema",
        faults(file) {
            const xmp = xmpText(file)
            const described = /<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/.exec(xmp)?.[0] ?? ""
            const plain = xmp.replace(described, "")
            const names = [...plain.matchAll(/<((?!rdf:|x:|\?)[\w]+:\w+)[ >]/g)].map(([, name]) => name ?? "")
            const missing = SCHEMA_FIELDS.filter((field) => !described.includes(`<${field}>`))
            const needs = isArchival(file) && names.includes("pdfuaid:part")
            return [
                ...names.filter((name) => !PROPERTIES.has(name)).map((name) => `unknown property ${name}`),
                ...(needs && missing.length > 0 ? [`pdfuaid is not described: ${missing.join(" ")}`] : []),
                ...(needs && property(described, "pdfaSchema:namespaceURI") !== NAMESPACES.pdfuaid
                    ? ["described wrongly"]
                    : []),
            ]
        },
    },
    {
        clause: "A-2 6.6.3",
        says: "the information dictionary says the same as the XMP",
        faults(file) {
            const info = dictOf(file, file.trailer["/Info"])
            const xmp = xmpText(file)
            const pairs = [
                ["Title", "dc:title"],
                ["Author", "dc:creator"],
                ["Subject", "dc:description"],
                ["Keywords", "pdf:Keywords"],
                ["Creator", "xmp:CreatorTool"],
                ["Producer", "pdf:Producer"],
            ] as const
            const dates = [
                ["CreationDate", "xmp:CreateDate"],
                ["ModDate", "xmp:ModifyDate"],
            ] as const
            return [
                ...each(pairs, ([key, name]) => {
                    const [a, b] = [textOf(file, info[`/${key}`]), property(xmp, name)]
                    return a !== b && `${key} ${String(a)}, ${name} ${String(b)}`
                }),
                ...each(dates, ([key, name]) => {
                    const [a, b] = [textOf(file, info[`/${key}`]), pdfDate(property(xmp, name))]
                    return a !== b && `${key} ${String(a)}, ${name} ${b}`
                }),
            ]
        },
    },
    {
        clause: "A-2 6.6.4, UA-1 5",
        says: "PDF/A-2a and PDF/UA-1 are claimed by each file of our own content, and by no other",
        faults(file) {
            const xmp = xmpText(file)
            const [a, ua] = [!hasForeignPages(file) && !hasCmyk(file), !hasForeignPages(file)]
            const claims = [
                ["pdfaid:part", a ? "2" : undefined],
                ["pdfaid:conformance", a ? "A" : undefined],
                ["pdfuaid:part", ua ? "1" : undefined],
            ] as const
            return each(claims, ([name, expected]) => {
                const found = property(xmp, name)
                return found !== expected && `${name} ${String(found)} instead of ${String(expected)}`
            })
        },
    },
    {
        clause: "UA-1 7.1 (title)",
        says: "the title is given, in the language of the document, and shown by readers",
        faults(file) {
            const title = property(xmpText(file), "dc:title") ?? ""
            const preferences = dictOf(file, catalogOf(file)["/ViewerPreferences"])
            return [
                ...(title.trim() === "" ? ["no title"] : []),
                ...(preferences["/DisplayDocTitle"] === true ? [] : ["the file name is shown instead"]),
            ]
        },
    },
    {
        clause: "UA-1 7.1 (marked), A-2 6.7.2",
        says: "the file says that it is tagged, without doubt, and its tags are the standard's",
        faults(file) {
            const info = dictOf(file, catalogOf(file)["/MarkInfo"])
            const root = dictOf(file, catalogOf(file)["/StructTreeRoot"])
            return [
                ...(info["/Marked"] === true ? [] : ["not marked"]),
                ...("/Suspects" in info && info["/Suspects"] !== false ? ["suspects"] : []),
                ...(nameOf(file, root["/Type"]) === "StructTreeRoot" ? [] : ["no structure tree"]),
                ...("/RoleMap" in root ? ["roles of its own"] : []),
            ]
        },
    },
]
