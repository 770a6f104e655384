import { type PDFContext, type PDFDict, PDFName, type PDFRef } from "pdf-lib"
import { utf8 } from "../../base/bytes.ts"
import { rawStream } from "./flate.ts"
import { asciiString, textString } from "./print.ts"

/** What the file says of itself; every value goes into both places, or validators see two stories. */
export interface Metadata {
    readonly title: string
    readonly lang: string
    /** RFC 3339 with seconds and offset, for example `2026-03-21T09:30:00+08:00`. */
    readonly creationDate: string
    readonly author: string | undefined
    readonly subject: string | undefined
    readonly keywords: readonly string[]
    /** `undefined`: the file does not say what made it. */
    readonly producer: string | undefined
    /** Claims PDF/A-2a (ISO 19005-2). */
    readonly archival: boolean
    /** Claims PDF/UA-1 (ISO 14289-1). */
    readonly accessible: boolean
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/

/** The Info dictionary (ISO 32000-1 §14.3.3). Throws RangeError where the date is not RFC 3339 with an offset. */
export function writeInfo(ctx: PDFContext, data: Metadata): PDFRef {
    const date = asciiString(pdfDate(data.creationDate))
    const info = ctx.obj({ Title: textString(data.title), CreationDate: date, ModDate: date }) as PDFDict
    const optional = {
        Author: data.author,
        Subject: data.subject,
        Keywords: data.keywords.length === 0 ? undefined : data.keywords.join(", "),
        Creator: data.producer,
        Producer: data.producer,
    }
    for (const [key, text] of Object.entries(optional))
        if (text !== undefined) info.set(PDFName.of(key), textString(text))
    return ctx.register(info)
}

/** The same as XMP (ISO 16684-1), uncompressed, so that tools that know no PDF find it. */
export function writeXmp(ctx: PDFContext, data: Metadata): PDFRef {
    const bytes = utf8(printXmp(data))
    return ctx.register(rawStream(bytes, ctx.obj({ Type: "Metadata", Subtype: "XML" }) as PDFDict))
}

/** `D:20260321093000+08'00'` (ISO 32000-1 §7.9.4). UTC as an offset too: not every reader takes `Z` without one. */
function pdfDate(rfc3339: string): string {
    const match = DATE.exec(rfc3339)
    if (match === null) throw new RangeError(`not an RFC 3339 time: ${rfc3339}`)
    const [, year, month, day, hour, minute, second, sign, hours, minutes] = match
    const zone = `${sign ?? "+"}${hours ?? "00"}'${minutes ?? "00"}'`
    return `D:${year ?? ""}${month ?? ""}${day ?? ""}${hour ?? ""}${minute ?? ""}${second ?? ""}${zone}`
}

function printXmp(data: Metadata): string {
    const date = data.creationDate.replace(/\.\d+/, "")
    const alternative = (name: string, text: string | undefined): string =>
        text === undefined
            ? ""
            : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>\n`
    const list = (name: string, kind: "Seq" | "Bag", items: readonly string[]): string =>
        items.length === 0
            ? ""
            : `<${name}><rdf:${kind}>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join("")}</rdf:${kind}></${name}>\n`
    const simple = (name: string, text: string | undefined): string =>
        text === undefined || text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>\n`
    return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
${alternative("dc:title", data.title)}${list("dc:creator", "Seq", data.author === undefined ? [] : [data.author])}${alternative("dc:description", data.subject)}${list("dc:language", "Bag", [data.lang])}${simple("xmp:CreateDate", date)}${simple("xmp:ModifyDate", date)}${simple("xmp:MetadataDate", date)}${simple("xmp:CreatorTool", data.producer)}${simple("pdf:Producer", data.producer)}${simple("pdf:Keywords", data.keywords.join(", "))}</rdf:Description>
${data.archival ? ARCHIVAL : ""}${data.accessible ? ACCESSIBLE : ""}${data.archival && data.accessible ? EXTENSION : ""}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const ARCHIVAL = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
`
const ACCESSIBLE = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
`
// PDF/A knows nothing of PDF/UA's property, so the file must describe it (ISO 19005-2 §6.6.2.3).
const EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the standard the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

function escapeXml(text: string): string {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}
