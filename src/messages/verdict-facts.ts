import type { PacketCount } from "./packet-count.ts"

/** What the verdict's texts are made of, the same in every language. */

/** The part of a verification report that the lines need; `verify/`'s `Report` fits. */
export interface VerdictFacts {
    readonly kind: "draft" | "archive" | "submission" | null
    readonly checkCode: string | null
    readonly verdict: "intact-signed-known" | "intact-signed-unknown" | "intact-unsigned" | "broken" | "refused"
    readonly files: { readonly checked: number; readonly changed: readonly string[] }
    readonly list: { readonly missing: readonly string[]; readonly extra: readonly string[] }
    readonly signatures: readonly VerdictSignature[]
    readonly time: { readonly claimed: string | null }
    readonly layers: readonly {
        readonly n: number
        readonly key: string | null
        readonly added: number
        readonly missing: number
        readonly replaced: number
        readonly setAside: number
    }[]
    readonly issues: readonly {
        readonly code: string
        readonly severity: string
        readonly path: readonly (string | number)[]
        readonly params: object
    }[]
}

/** A signature of this packet, or of an earlier layer when its file lies in a folder. */
export interface VerdictSignature {
    readonly file: string
    readonly key: string | null
    readonly principal: string | null
    readonly trust: "known" | "unknown" | "outside-validity" | "other-namespace" | "bad"
}

/** Signatures over this packet's own list; those of earlier layers lie in folders. */
export function ownSignatures(report: VerdictFacts): readonly VerdictSignature[] {
    return report.signatures.filter(({ file }) => !file.includes("/"))
}

/** Errors that the first three lines and the one of what was sent do not name themselves. */
export function otherErrors(report: VerdictFacts): number {
    const named =
        /^verify\.(?:file\.(?:changed|larger)|list\.|signature\.(?:bad|unknown|missing|outside|other)|code\.|sent\.)/
    const others = report.issues.filter(({ code, severity }) => severity === "error" && !named.test(code))
    return others.filter((issue) => !isOwnNamedKey(issue)).length
}

/** True when a finding was made. */
export function has(report: VerdictFacts, code: string): boolean {
    return report.issues.some((issue) => issue.code === code)
}

/** True when the index of this packet names a key that has not signed; earlier layers' findings lie in folders. */
export function lacksNamedKey(report: VerdictFacts): boolean {
    return report.issues.some(isOwnNamedKey)
}

function isOwnNamedKey({ code, path }: VerdictFacts["issues"][number]): boolean {
    return code === "verify.signature.named-key" && !String(path[0]).includes("/")
}

/** Signature files, also of earlier layers, that cannot be relied on. */
export function badFiles(report: VerdictFacts): string[] {
    return report.signatures.filter(({ trust }) => trust === "bad").map(({ file }) => file)
}

/** True when the reader named keys: only then an unknown one is an error. */
export function hasKeyList(report: VerdictFacts): boolean {
    return report.issues.some(({ code, severity, path }) => {
        const isOfKeys = /^verify\.signature\.(?:unknown|outside-validity|other-namespace)$/.test(code)
        return isOfKeys && severity === "error" && !String(path[0]).includes("/")
    })
}

/** True when a list of keys was used to judge a signature, so that its dates mattered. */
export function judgedByClock(report: VerdictFacts): boolean {
    return report.signatures.some(({ principal }) => principal !== null)
}

/**
 * Who could have made the whole packet anew: nobody where the reader's code fits, only holders of the key where a known
 * one signed, else anybody.
 */
export function remakers(report: VerdictFacts): "nobody" | "key-holders" | "anybody" {
    if (has(report, "verify.code.same")) return "nobody"
    return ownSignatures(report).some(({ trust }) => trust === "known") ? "key-holders" : "anybody"
}

/** A layer as a reader counts it. */
export interface LayerCount {
    readonly n: number
    readonly added: number
    /** Files that the layer before has, and how many of them stand unchanged in this layer's list. */
    readonly before: number
    readonly kept: number
    readonly missing: number
    readonly replaced: number
    readonly setAside: number
    /** Files of an answer that the layer says it received; undefined for a layer that is none. */
    readonly received: number | undefined
    /** 核对码 of the layer's own list; undefined for the highest, whose code is the packet's. */
    readonly code: string | undefined
    /** True when the reader's code is this layer's. */
    readonly isGiven: boolean
    /** True when a known key signed the layer, or the reader's code is this layer's. */
    readonly isBound: boolean
}

/** Counts of every layer from the first. */
export function layerCounts(report: VerdictFacts): LayerCount[] {
    let size = 0
    return report.layers.map(({ n, key, added, missing, replaced, setAside }) => {
        const before = size
        size = before - missing + added
        const isGiven = paramOf(report, "verify.code.earlier-layer", n, "layer") !== undefined
        const signed = report.signatures.some((signature) => signature.trust === "known" && signature.key === key)
        return {
            n,
            added,
            before,
            kept: before - missing - replaced,
            missing,
            replaced,
            setAside,
            received: receivedIn(report, n),
            code: paramOf(report, "verify.layer.code", n, "code"),
            isGiven,
            isBound: signed || isGiven,
        }
    })
}

function receivedIn(report: VerdictFacts, layer: number): number | undefined {
    const files = paramOf(report, "verify.layer.received", layer, "files")
    return files === undefined ? undefined : Number(files)
}

/** A parameter of the finding about a layer, as text. */
function paramOf(report: VerdictFacts, code: string, layer: number, name: string): string | undefined {
    for (const issue of report.issues) {
        const params = issue.params as Readonly<Record<string, unknown>>
        if (issue.code === code && params.layer === layer) return String(params[name])
    }
    return undefined
}

/** Files of the packet by what they are; undefined where they are not those of the list, each as listed. */
export function filesCounted(report: VerdictFacts): PacketCount | undefined {
    const { checked, changed } = report.files
    const { missing, extra } = report.list
    if (changed.length + missing.length + extra.length > 0 || report.layers.length === 0) return undefined
    const materials = layerCounts(report).reduce((size, layer) => size - layer.missing + layer.added, 0)
    const own = ({ path }: VerdictFacts["issues"][number]): boolean => !String(path[0]).includes("/")
    // The list of lists cannot name itself.
    const lists = checked - materials + 1
    const stamps = report.issues.filter((issue) => issue.code === "verify.timestamp.unchecked" && own(issue)).length
    return { materials, lists, signatures: ownSignatures(report).length, stamps }
}

/** How many files keep the list and the signatures of an earlier layer. */
export function keptLists(
    report: VerdictFacts,
    layer: number,
): { readonly files: number; readonly signatures: number } {
    const folder = `data/prior/${String(layer)}/`
    const signatures = report.signatures.filter(({ file }) => file.startsWith(folder)).length
    return { files: 1 + signatures, signatures }
}

/** How the files given with `--sent` stand to the record. */
export interface SentCount {
    readonly hasRecord: boolean
    readonly same: number
    readonly others: readonly string[]
    readonly notGiven: number
    /** Lists, signatures and notes of a packet that was given, compared with nothing. */
    readonly own: number
}

/** Counts of `--sent`; undefined where nothing was to be compared. */
export function sentCount(report: VerdictFacts): SentCount | undefined {
    const of = (code: string) => report.issues.filter((issue) => issue.code === `verify.sent.${code}`)
    const others = of("not-recorded").map(({ path }) => String(path[0] ?? ""))
    const own = of("own-files").reduce((sum, { params }) => sum + Number((params as { count?: unknown }).count), 0)
    const [hasRecord, same, notGiven] = [of("no-record").length === 0, of("same").length, of("not-given").length]
    const count = { hasRecord, same, notGiven, own }
    const compared = same + others.length + notGiven + of("nothing").length
    return hasRecord && compared === 0 ? undefined : { ...count, others }
}

/** A claimed time moved to a zone: `2023-04-23 10:00:00`. The text as it is where it is no time. */
export function clockTime(rfc3339: string, offsetHours: number): string {
    const at = Date.parse(rfc3339)
    if (Number.isNaN(at)) return rfc3339
    return new Date(at + offsetHours * 3_600_000).toISOString().slice(0, 19).replace("T", " ")
}
