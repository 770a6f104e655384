import { utf8 } from "../../base/bytes.ts"
import { writeStoreZip } from "../../base/zip/write.ts"
import { escapeXml } from "./xml.ts"

/**
 * The package around an office file (Open Packaging Conventions, ECMA-376 part 2): content types, relationships, core
 * properties. No clock, no program, no author: the same parts give the same bytes.
 */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** One part, with its content type where the extension does not say it. */
export interface OpcPart {
    /** For example `word/document.xml`. */
    readonly name: string
    /** After `application/vnd.openxmlformats-`, for example `officedocument.wordprocessingml.document.main`. */
    readonly type: string
    readonly text: string
}

/** Core properties; what is absent is not in the file. */
export interface OpcProperties {
    readonly title: string
    /** BCP 47. */
    readonly lang: string
    /** RFC 3339 in UTC: the time the act bears, never the machine's. Printed as created and as modified. */
    readonly createdAt: string
}

/** Packs a main part and the parts that it has a relationship with. */
export function packOpc(main: OpcPart, parts: readonly OpcPart[], properties: OpcProperties): Uint8Array {
    const folder = main.name.slice(0, main.name.lastIndexOf("/") + 1)
    const file = main.name.slice(folder.length)
    const files: readonly (readonly [name: string, text: string])[] = [
        ["[Content_Types].xml", contentTypes([main, ...parts])],
        [
            "_rels/.rels",
            relations([
                { type: `${RELATIONS}/officeDocument`, target: main.name },
                { type: `${PACKAGE}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
            ]),
        ],
        ["docProps/core.xml", coreProperties(properties)],
        [main.name, XML_HEAD + main.text],
        [`${folder}_rels/${file}.rels`, relations(parts.map((part) => relationOf(part, folder)))],
        ...parts.map(({ name, text }) => [name, XML_HEAD + text] as const),
    ]
    return writeStoreZip(files.map(([name, text]) => ({ name, bytes: utf8(text) })))
}

/** Id by which the main part names the nth of the other parts, from 0. */
export function relationId(index: number): string {
    return `rId${String(index + 1)}`
}

/** The last word of the content type is the word of the relationship: `styles`, `footer`, `numbering`. */
function relationOf({ name, type }: OpcPart, folder: string): { type: string; target: string } {
    return { type: `${RELATIONS}/${type.slice(type.lastIndexOf(".") + 1)}`, target: name.slice(folder.length) }
}

function contentTypes(parts: readonly OpcPart[]): string {
    const part = (name: string, type: string) =>
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`
    return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${[
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        part("docProps/core.xml", "package.core-properties"),
        ...parts.map(({ name, type }) => part(name, type)),
    ].join("")}</Types>`
}

function relations(targets: readonly { readonly type: string; readonly target: string }[]): string {
    const items = targets.map(
        ({ type, target }, i) => `<Relationship Id="${relationId(i)}" Type="${type}" Target="${target}"/>`,
    )
    return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`
}

function coreProperties({ title, lang, createdAt }: OpcProperties): string {
    const time = (name: string) =>
        `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(createdAt)}</dcterms:${name}>`
    return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(lang)}</dc:language>${time("created")}${time("modified")}</cp:coreProperties>`
}
