import { type Issue, issue } from "../../base/issue.ts"
import { rootFile, signatureName } from "../manifest/tag-files.ts"
import { type AllowedSigner, findSigner } from "../signature/allowed-signers.ts"
import type { SignatureFormat } from "../signature/format.ts"
import type { Contents } from "./contents.ts"
import type { SignatureReport } from "./report.ts"

/** Whom the reader trusts; from outside the packet. Neither given: every good signature is of an unknown key. */
export interface TrustedKeys {
    readonly signers?: readonly AllowedSigner[]
    /** Fingerprint, `SHA256:...`. */
    readonly key?: string
    /** Time of judging, RFC 3339. */
    readonly now: string
}

/** Signatures over one manifest. */
export interface Signatures {
    readonly reports: readonly SignatureReport[]
    /** Fingerprints of the good ones. */
    readonly goodKeys: ReadonlySet<string>
    readonly issues: readonly Issue[]
}

/**
 * Checks all signature files beside a manifest.
 *
 * @param folder - `""` for this packet's own, `data/prior/<n>/` for an earlier layer's, whose unknown keys only warn: the
 * reader's list names the makers of this packet.
 * @param named - fingerprint that the layer's index names: its signature must be there and good.
 */
export async function checkSignatures(
    contents: Contents,
    folder: string,
    manifest: Uint8Array,
    named: string | null,
    trusted: TrustedKeys,
): Promise<Signatures> {
    const issues: Issue[] = []
    const reports: SignatureReport[] = []
    const goodKeys = new Set<string>()
    const files = signatureFiles(contents, folder)
    for (const [i, file] of files.entries()) {
        if (file.n > (files[i - 1]?.n ?? 0) + 1)
            issues.push(issue("verify.signature.gap", [folder + signatureName(file.n - 1, file.format)], {}))
        const { report, found } = await checkSignature(contents, file, manifest, trusted, folder === "")
        issues.push(...found)
        reports.push(report)
        if (report.trust !== "bad" && report.key !== null) goodKeys.add(report.key)
    }
    // A bad signature that may be the named key's is the cause, and told; its consequence is not told again.
    const told = reports.some(({ key, trust }) => trust === "bad" && (key === null || key === named))
    if (named !== null && !goodKeys.has(named) && !told)
        issues.push(issue("verify.signature.named-key", [folder + signatureName(1)], { key: named }))
    const demanded = folder === "" && (trusted.signers !== undefined || trusted.key !== undefined)
    if (demanded && files.length === 0) issues.push(issue("verify.signature.missing", [], {}))
    return { reports, goodKeys, issues: [...issues, ...timestampNotes(contents, folder)] }
}

interface SignatureFile {
    readonly path: string
    readonly n: number
    readonly format: SignatureFormat
}

/** The signature files in a folder by their numbers, rising. */
function signatureFiles(contents: Contents, folder: string): SignatureFile[] {
    const found: SignatureFile[] = []
    for (const path of contents.paths) {
        const root = path.startsWith(folder) ? rootFile(path.slice(folder.length)) : undefined
        if (root?.kind === "signature") found.push({ path, n: root.n, format: root.format })
    }
    return found.sort((a, b) => a.n - b.n)
}

async function checkSignature(
    contents: Contents,
    { path: file, format }: SignatureFile,
    manifest: Uint8Array,
    trusted: TrustedKeys,
    own: boolean,
): Promise<{ readonly report: SignatureReport; readonly found: readonly Issue[] }> {
    const bytes = await contents.bytes(file, format.largest)
    const checked = await format.verify(bytes ?? new Uint8Array(0), manifest)
    if (!checked.good) {
        const report: SignatureReport = { file, key: checked.fingerprint ?? null, principal: null, trust: "bad" }
        return { report, found: [issue("verify.signature.bad", [file], { fault: checked.fault })] }
    }
    const key = checked.fingerprint
    if (key === trusted.key) return { report: { file, key, principal: null, trust: "known" }, found: [] }
    const match = findSigner(trusted.signers ?? [], checked.keyBlob, Date.parse(trusted.now))
    if (match.trust === "known")
        return { report: { file, key, principal: match.principals, trust: "known" }, found: [] }
    const demanded = own && (trusted.signers !== undefined || trusted.key !== undefined)
    const severity = demanded ? "error" : "warning"
    if (match.trust !== "unknown") {
        const { trust, principals: principal } = match
        return { report: { file, key, principal, trust }, found: [issue(LISTED[trust], [file], { key }, severity)] }
    }
    const report: SignatureReport = { file, key, principal: null, trust: "unknown" }
    return { report, found: [issue("verify.signature.unknown", [file], { key }, severity)] }
}

/** Keys that are listed, and not for this. */
const LISTED = {
    "outside-validity": "verify.signature.outside-validity",
    "other-namespace": "verify.signature.other-namespace",
} as const

/** Reserved names: a token is said to be there and not to be checked. One without its signature is named as an extra file. */
function timestampNotes(contents: Contents, folder: string): Issue[] {
    return contents.paths.flatMap((path) => {
        const root = path.startsWith(folder) ? rootFile(path.slice(folder.length)) : undefined
        const isStamp = root?.kind === "timestamp" && contents.size(folder + root.of) !== undefined
        return isStamp ? [issue("verify.timestamp.unchecked", [path], {}, "note")] : []
    })
}
