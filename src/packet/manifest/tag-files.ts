import { compareBytes, fromUtf8, utf8 } from "../../base/bytes.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { type SignatureFormat, SSHSIG, signatureFormat } from "../signature/format.ts"
import { MANIFEST, TAG_MANIFEST } from "./manifest.ts"

/** `bagit.txt`, `bag-info.txt` and the names that may stand beside `data/`. RFC 8493 §2.1.1, §2.2.2. */

/** Name of the bag declaration. */
export const BAGIT = "bagit.txt"
/** Name of the metadata file. */
export const BAG_INFO = "bag-info.txt"
/** The tag files that the tag manifest lists, sorted. It cannot list itself, and signatures come later. */
export const LISTED_TAG_FILES: readonly string[] = [BAG_INFO, BAGIT, MANIFEST].sort(compareBytes)

/** Largest `bagit.txt` or `bag-info.txt` that is read, in bytes. */
export const LARGEST_BAG_TEXT = 4096

/** The whole of `bagit.txt`: it has one possible content. */
export function printBagit(): Uint8Array {
    return utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
}

/** Notes in the payload of a submission that say what it is; they are no files that leave. */
export const README_NAMES = ["README-EN.txt", "README-ZH.txt"] as const

/** Most layers of a packet: a case passes through a handful of hands; more is an attempt to keep the judge busy. */
export const MOST_LAYERS = 50

/** Most signatures of one manifest: their numbers have two digits. */
export const MOST_SIGNATURES = 99

/** Name of the n-th signature, from 1. It must not begin with `manifest-`: a known validator would take it for one. */
export function signatureName(n: number, format: SignatureFormat = SSHSIG): string {
    return `signature-${String(n)}.${format.extension}`
}

/** What a root file is by its name; `undefined` for a name that no packet has. */
export type RootFile =
    | { readonly kind: "tag" }
    | { readonly kind: "signature"; readonly n: number; readonly format: SignatureFormat }
    /** `of`: name of the signature that it stamps. */
    | { readonly kind: "timestamp"; readonly n: number; readonly of: string }
    | undefined

/** Classifies a root file. Timestamps (`signature-1.sig.tsr`, RFC 3161) are reserved: known, but not checked. */
export function rootFile(name: string): RootFile {
    if (name === TAG_MANIFEST || LISTED_TAG_FILES.includes(name)) return { kind: "tag" }
    const [, number, extension = "", token] = /^signature-([1-9][0-9]?)\.([a-z0-9]+)(\.tsr)?$/.exec(name) ?? []
    const format = signatureFormat(extension)
    if (number === undefined || format === undefined) return undefined
    return token === undefined
        ? { kind: "signature", n: Number(number), format }
        : { kind: "timestamp", n: Number(number), of: name.slice(0, -token.length) }
}

/** Contents of `bag-info.txt`. It is not covered by a signature: nothing that matters may stand here alone. */
export interface BagInfo {
    /** Day of packing, `YYYY-MM-DD`, from the given time in its own zone. */
    readonly baggingDate: string
    /** The case reference. */
    readonly externalIdentifier: string
    /** RFC 8493 §2.2.2 Payload-Oxum: bytes and number of payload files. */
    readonly octets: number
    readonly files: number
    /** Name and version of the program; absent in what goes to a recipient. */
    readonly softwareAgent?: string
}

/** Prints `bag-info.txt`, labels in byte order. */
export function printBagInfo(info: BagInfo): Uint8Array {
    const agent = info.softwareAgent === undefined ? [] : [`Bag-Software-Agent: ${info.softwareAgent}`]
    const lines = [
        ...agent,
        `Bagging-Date: ${info.baggingDate}`,
        `External-Identifier: ${info.externalIdentifier}`,
        `Payload-Oxum: ${String(info.octets)}.${String(info.files)}`,
    ]
    return utf8(lines.map((line) => `${line}\n`).join(""))
}

/** Reads `bag-info.txt` as {@link printBagInfo} writes it; everything else is an issue with its line number. */
export function parseBagInfo(bytes: Uint8Array): { readonly info?: BagInfo; readonly issues: readonly Issue[] } {
    const text = bytes.length > LARGEST_BAG_TEXT ? undefined : fromUtf8(bytes)
    if (text === undefined || !text.endsWith("\n")) return { issues: [issue("manifest.bag-info.form", [BAG_INFO], {})] }
    const issues: Issue[] = []
    const values = new Map<string, string>()
    const rows = text.slice(0, -1).split("\n")
    for (const [i, row] of rows.entries()) {
        const [, label, value] = /^([A-Za-z-]+): ([\x20-\x7E]+)$/.exec(row) ?? []
        if (label === undefined || value === undefined || values.has(label) || !FORMS.has(label))
            issues.push(issue("manifest.bag-info.line", [BAG_INFO, i + 1], {}))
        else if (FORMS.get(label)?.test(value) !== true)
            issues.push(issue("manifest.bag-info.value", [BAG_INFO, i + 1], { label }))
        else values.set(label, value)
    }
    const [baggingDate, externalIdentifier, oxum] = REQUIRED.map((label) => values.get(label))
    if (baggingDate === undefined || externalIdentifier === undefined || oxum === undefined)
        return { issues: [...issues, issue("manifest.bag-info.form", [BAG_INFO], {})] }
    const [octets, files] = oxum.split(".").map(Number)
    const softwareAgent = values.get("Bag-Software-Agent")
    const info: BagInfo = {
        baggingDate,
        externalIdentifier,
        octets: octets ?? 0,
        files: files ?? 0,
        ...(softwareAgent === undefined ? {} : { softwareAgent }),
    }
    if (issues.length === 0 && fromUtf8(printBagInfo(info)) !== text)
        issues.push(issue("manifest.bag-info.form", [BAG_INFO], {}))
    return { info, issues }
}

const REQUIRED = ["Bagging-Date", "External-Identifier", "Payload-Oxum"] as const
const FORMS: ReadonlyMap<string, RegExp> = new Map([
    ["Bag-Software-Agent", /^[\x20-\x7E]{1,60}$/],
    ["Bagging-Date", /^\d{4}-\d{2}-\d{2}$/],
    ["External-Identifier", /^[A-Z0-9-]{4,24}$/],
    ["Payload-Oxum", /^(?:0|[1-9]\d{0,14})\.(?:0|[1-9]\d{0,9})$/],
])
