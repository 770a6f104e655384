import { contentsOf, drawnObjects, hasForeignPages } from "./content.ts"
import {
    arrayOf,
    catalogOf,
    decoded,
    dictionaries,
    dictOf,
    nameOf,
    numberOf,
    numbersOf,
    type PdfFile,
    pagesOf,
    scalars,
    streams,
    textOf,
} from "./pdf-file.ts"
import { each, type Rule } from "./rule.ts"

/** File structure, graphics, actions and what a file must not contain. */

const FILTERS = new Set([
    "ASCIIHexDecode",
    "ASCII85Decode",
    "FlateDecode",
    "RunLengthDecode",
    "CCITTFaxDecode",
    "JBIG2Decode",
    "DCTDecode",
])

/** All operators of ISO 32000-1 Annex A. */
const OPERATORS = new Set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split(
        " ",
    ),
)

/** Keys of a catalog, page or annotation that PDF/A forbids, or that ours never have. */
const FORBIDDEN_CATALOG = [
    "AA",
    "OpenAction",
    "AcroForm",
    "OCProperties",
    "Requirements",
    "NeedsRendering",
    "Collection",
    "Names",
    "AF",
    "Perms",
]
const FORBIDDEN_PAGE = ["AA", "PresSteps", "Group"]
const FORBIDDEN_ANYWHERE = ["JS", "JavaScript", "EF", "EmbeddedFiles", "XFA", "AlternatePresentations", "Launch"]

function latin1(bytes: Uint8Array): string {
    return Buffer.from(bytes).toString("latin1")
}

export function isArchival(file: PdfFile): boolean {
    return xmpText(file).includes("pdfaid:part")
}
export function xmpText(file: PdfFile): string {
    try {
        return Buffer.from(decoded(file, catalogOf(file)["/Metadata"])).toString()
    } catch {
        return ""
    }
}

/** Objects one after the other as they lie in the file: spacing, and lengths of streams to the byte. */
function spacingFaults(bytes: Uint8Array): string[] {
    const text = latin1(bytes)
    const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
        pattern.lastIndex = at
        return pattern.exec(text)
    }
    let at = match(/%PDF-[^\n]*\n%[^\n]*\n/y, 0)?.[0].length ?? 0
    for (;;) {
        at += match(/\n*/y, at)?.[0].length ?? 0
        if (match(/startxref\n\d+\n%%EOF\n?$/y, at) !== null) return []
        const head = match(/(\d+ \d+) obj\n/y, at)
        if (head === null) return [`no object at byte ${String(at)}`]
        const end = match(/\nstream\n|\nendobj\n/g, at)
        if (end === null) return [`${head[1] ?? ""}: no end`]
        at = end.index + end[0].length
        if (end[0] === "\nendobj\n") continue
        const length = /\/Length (\d+)(?! \d+ R)/.exec(text.slice(head.index, end.index))?.[1]
        at += Number(length ?? Number.NaN)
        const tail = match(/\nendstream\nendobj\n/y, at)
        if (tail === null) return [`${head[1] ?? ""}: not ${String(length)} bytes long`]
        at += tail[0].length
    }
}

/** Images that the pages themselves show. */
function images(file: PdfFile) {
    const contents = contentsOf(file)
    return pagesOf(file).flatMap((page, i) => {
        const content = contents[i]
        return content === undefined ? [] : drawnObjects(file, page, content).map((object) => dictOf(file, object))
    })
}

export const FILE_RULES: readonly Rule[] = [
    {
        clause: "A-2 6.1.2",
        says: "the file begins with a header of PDF 1.0 to 1.7 and a comment of four bytes over 127",
        faults: ({ bytes }) =>
            /^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(latin1(bytes.subarray(0, 20))) ? [] : ["no such header"],
    },
    {
        clause: "A-2 6.1.3",
        says: "the trailer has an identifier and no encryption, and nothing follows the end of file",
        faults(file) {
            const ids = arrayOf(file, file.trailer["/ID"]).map((id) => textOf(file, id) ?? "")
            return [
                ...(ids.length === 2 && ids.every((id) => id.length >= 16) ? [] : ["no identifier"]),
                ...("/Encrypt" in file.trailer ? ["encrypted"] : []),
                ...(/%%EOF(?:\r\n|\r|\n)?$/.test(latin1(file.bytes.subarray(-8))) ? [] : ["data after the end"]),
            ]
        },
    },
    {
        clause: "A-2 6.1.7",
        says: "streams are inside the file and packed by a permitted filter, never LZW or Crypt",
        faults: (file) =>
            each(streams(file), ({ ref, stream }) => {
                const filter = stream.dict["/Filter"]
                const names =
                    filter === undefined
                        ? []
                        : (Array.isArray(filter) ? filter : [filter]).map((f) => nameOf(file, f) ?? "")
                const outside = ["/F", "/FFilter", "/FDecodeParms"].filter((key) => key in stream.dict)
                return names.every((name) => FILTERS.has(name)) && outside.length === 0
                    ? undefined
                    : `${ref}: ${[...names, ...outside].join(" ")}`
            }),
    },
    {
        clause: "A-2 6.1.7.1, 6.1.9",
        says: "each object begins and ends on a line of its own, and each stream is as long as it says",
        faults: ({ bytes }) => spacingFaults(bytes),
    },
    {
        clause: "A-2 6.1.13",
        says: "numbers, names, strings, nesting and page sizes keep within the limits",
        faults: (file) => [
            ...each(scalars(file), (value) => {
                if (typeof value === "number") {
                    const isInteger = Number.isInteger(value)
                    return Math.abs(value) > (isInteger ? 2147483647 : 3.403e38) ||
                        (value !== 0 && Math.abs(value) < 1.175e-38)
                        ? `number ${String(value)}`
                        : undefined
                }
                if (value.startsWith("/")) return Buffer.byteLength(value) > 128 ? `name ${value}` : undefined
                const size = value.startsWith("b:") ? value.length / 2 - 1 : 2 * (value.length - 2)
                return size >= 32767 ? `string of ${String(size)} bytes` : undefined
            }),
            ...each(contentsOf(file), ({ deepest }) => deepest > 28 && `q nested ${String(deepest)} deep`),
            ...each(pagesOf(file), ({ ref, dict }) => {
                const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(file, dict["/MediaBox"])
                const sizes = [right - left, top - bottom]
                return sizes.some((size) => !(size >= 3 && size <= 14400)) && `${ref}: page of ${sizes.join(" by ")}`
            }),
        ],
    },
    {
        clause: "A-2 6.2.2",
        says: "content streams use operators of the standard only, in pairs where they are pairs, with resources of their own",
        faults: (file) => [
            ...each(contentsOf(file).entries(), ([page, { operators, uneven }]) => {
                const unknown = [...operators].filter((operator) => !OPERATORS.has(operator) || operator === "BX")
                const found = [...unknown, ...uneven]
                return found.length > 0 && `page ${String(page + 1)}: ${found.join(", ")}`
            }),
            ...each(pagesOf(file), ({ ref, dict }) => !("/Resources" in dict) && `${ref}: no resources`),
        ],
    },
    {
        clause: "A-2 6.2.3",
        says: "an archival file has one output intent, with an ICC profile of a monitor in RGB",
        faults(file) {
            const intents = arrayOf(file, catalogOf(file)["/OutputIntents"]).map((intent) => dictOf(file, intent))
            if (!isArchival(file)) return intents.length > 0 ? ["an output intent without the claim"] : []
            const [intent] = intents
            if (intent === undefined || intents.length > 1) return [`${String(intents.length)} output intents`]
            const profile = intent["/DestOutputProfile"]
            const bytes = decoded(file, profile)
            const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
            const isSound =
                nameOf(file, intent["/S"]) === "GTS_PDFA1" &&
                textOf(file, intent["/OutputConditionIdentifier"]) !== undefined &&
                numberOf(file, dictOf(file, profile)["/N"]) === 3 &&
                view.getUint32(0) === bytes.length &&
                latin1(bytes.subarray(12, 20)) === "mntrRGB " &&
                latin1(bytes.subarray(36, 40)) === "acsp" &&
                (bytes[8] ?? 9) < 5
            return isSound ? [] : ["a profile or intent of another kind"]
        },
    },
    {
        clause: "A-2 6.2.4",
        says: "colours are DeviceRGB or DeviceGray; CMYK, which has no profile here, takes the claim away",
        faults(file) {
            const used = new Set(contentsOf(file).flatMap(({ operators }) => [...operators]))
            const spaces = images(file).flatMap((dict) => {
                const space = dict["/ColorSpace"]
                const base = Array.isArray(space) ? [space[0], space[1]] : [space]
                return base.map((value) => nameOf(file, value ?? null))
            })
            const isCmyk = used.has("k") || used.has("K") || spaces.includes("DeviceCMYK")
            const others = [...used].filter((operator) => /^(?:cs|CS|sc|SC|scn|SCN|sh|gs|ri)$/.test(operator))
            return [
                ...(isCmyk && isArchival(file) ? ["CMYK in an archival file"] : []),
                ...others.map((operator) => `operator ${operator}`),
            ]
        },
    },
    {
        clause: "A-2 6.2.8",
        says: "images are not smoothed, have no alternates and are no JPEG 2000",
        faults: (file) =>
            each(dictionaries(file), ({ ref, dict }) => {
                if (nameOf(file, dict["/Subtype"]) !== "Image") return undefined
                const bad = ["/Alternates", "/OPI"].filter((key) => key in dict)
                if (dict["/Interpolate"] === true) bad.push("/Interpolate")
                return bad.length > 0 && `${ref}: ${bad.join(" ")}`
            }),
    },
    {
        clause: "A-2 6.2.9",
        says: "no PostScript and no pages of other files by reference",
        faults: (file) =>
            each(dictionaries(file), ({ ref, dict }) => {
                const isXObject = ["Form", "Image", "PS"].includes(nameOf(file, dict["/Subtype"]) ?? "")
                if (!isXObject) return undefined
                const bad =
                    nameOf(file, dict["/Subtype"]) === "PS" || "/Ref" in dict || "/PS" in dict || "/Subtype2" in dict
                return bad && `${ref}: PS or Ref`
            }),
    },
    {
        clause: "A-2 6.2.10",
        says: "an archival file uses no graphics state dictionary and no transparency but soft masks of images",
        faults: (file) =>
            !isArchival(file)
                ? []
                : each(dictionaries(file), ({ ref, dict }) => {
                      const bad = ["/ExtGState", "/Shading", "/Pattern", "/Group"].filter((key) => key in dict)
                      return bad.length > 0 && `${ref}: ${bad.join(" ")}`
                  }),
    },
    {
        clause: "A-2 6.3",
        says: "annotations are links that are printed, neither hidden nor changing",
        faults: (file) =>
            each(
                pagesOf(file).flatMap(({ dict }) => arrayOf(file, dict["/Annots"])),
                (ref) => {
                    const dict = dictOf(file, ref)
                    const flags = numberOf(file, dict["/F"]) ?? 0
                    const isLink = nameOf(file, dict["/Subtype"]) === "Link"
                    return !(isLink && flags === 4) && `${String(ref)}: flags ${String(flags)}`
                },
            ),
    },
    {
        clause: "A-2 6.5",
        says: "the only action is to open an address, and nothing happens by itself",
        faults: (file) => [
            ...each(dictionaries(file), ({ ref, dict }) => {
                // Structure elements have an S too, and output intents.
                const action = "/A" in dict && !("/K" in dict) ? dictOf(file, dict["/A"]) : {}
                const kind = nameOf(file, action["/S"])
                const bad = FORBIDDEN_ANYWHERE.filter((key) => `/${key}` in dict)
                if (kind !== undefined && kind !== "URI") bad.push(kind)
                if ("/Next" in action) bad.push("Next")
                return bad.length > 0 && `${ref}: ${bad.join(" ")}`
            }),
            ...each(
                FORBIDDEN_CATALOG.filter((key) => `/${key}` in catalogOf(file)),
                (key) => `catalog: ${key}`,
            ),
            ...(hasForeignPages(file)
                ? []
                : each(pagesOf(file), ({ ref, dict }) => {
                      const bad = FORBIDDEN_PAGE.filter((key) => `/${key}` in dict)
                      return bad.length > 0 && `${ref}: ${bad.join(" ")}`
                  })),
        ],
    },
    {
        clause: "32000 12.3.3",
        says: "bookmarks have titles and count their children, and they and links lead to pages of the file",
        faults(file) {
            const root = dictOf(file, catalogOf(file)["/Outlines"])
            const pages = new Set(pagesOf(file).map(({ ref }) => ref))
            const faults: string[] = []
            function walk(parent: typeof root, parentRef: unknown): number {
                let visible = 0
                let previous: unknown
                let ref = parent["/First"]
                for (; ref !== undefined; ref = dictOf(file, ref)["/Next"]) {
                    const item = dictOf(file, ref)
                    const [page, how] = arrayOf(file, item["/Dest"])
                    if ((textOf(file, item["/Title"]) ?? "").trim() === "") faults.push(`${String(ref)}: no title`)
                    if (!pages.has(String(page)) || nameOf(file, how ?? null) !== "XYZ")
                        faults.push(`${String(ref)}: leads nowhere`)
                    if (item["/Parent"] !== parentRef || item["/Prev"] !== previous)
                        faults.push(`${String(ref)}: wrong links`)
                    const inner = "/First" in item ? walk(item, ref) : 0
                    const count = numberOf(file, item["/Count"]) ?? 0
                    if (count !== inner && count !== -inner) faults.push(`${String(ref)}: counts ${String(count)}`)
                    visible += 1 + Math.max(0, count)
                    previous = ref
                }
                if (parent["/Last"] !== previous) faults.push(`${String(parentRef)}: wrong last`)
                return visible
            }
            for (const { ref, dict } of dictionaries(file)) {
                const isLink = nameOf(file, dict["/Subtype"]) === "Link" && "/Dest" in dict
                if (isLink && !pages.has(String(arrayOf(file, dict["/Dest"])[0]))) faults.push(`${ref}: leads nowhere`)
            }
            if ("/Outlines" in catalogOf(file)) {
                const count = walk(root, catalogOf(file)["/Outlines"])
                if (numberOf(file, root["/Count"]) !== count) faults.push("the outline counts wrongly")
            }
            return faults
        },
    },
]
